// IndexedDB as a notebook keeps it: texts by name, in one store. A database that is not there is not made by looking.
const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const withStore = async (database, mode, act) => {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  const db = await asked(opening);
  try {
    const transaction = db.transaction('kept', mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const answer = await act(transaction.objectStore('kept'));
    await done;
    return answer;
  } finally {
    db.close();
  }
};

const durableTexts = async (database) => {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === database)) return {};
  return withStore(database, 'readonly', async (store) => {
    const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
    return Object.fromEntries(keys.map((key, n) => [key, values[n]]));
  });
};

const putDurable = (database, texts) => withStore(database, 'readwrite', async (store) => {
  for (const [name, text] of Object.entries(texts)) store.put(text, name);
});

const clearDurable = (database) => withStore(database, 'readwrite', async (store) => { store.clear(); });
