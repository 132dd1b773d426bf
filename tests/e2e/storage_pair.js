// Reads and writes the notebook's database: texts by name, in one object store. Reading does not create a missing
// database.
const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const withStore = async (database, mode, action) => {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  const db = await result(opening);
  try {
    const transaction = db.transaction('kept', mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const answer = await action(transaction.objectStore('kept'));
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
    const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
    return Object.fromEntries(keys.map((key, n) => [key, values[n]]));
  });
};

const putDurable = (database, texts) => withStore(database, 'readwrite', async (store) => {
  for (const [name, text] of Object.entries(texts)) store.put(text, name);
});

const clearDurable = (database) => withStore(database, 'readwrite', async (store) => { store.clear(); });
