// Reads the origin's stored data as JSON and restores it. Runs in a page without the widget, so that nothing else
// writes.
const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const finished = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
});

// JSON has no bytes, so they become a list of numbers.
const packed = (value) => {
  if (value instanceof ArrayBuffer) return { $bytes: [...new Uint8Array(value)], $view: 'ArrayBuffer' };
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $bytes: [...bytes], $view: value.constructor.name };
  }
  if (Array.isArray(value)) return value.map(packed);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, packed(one)]));
  }
  return value;
};
const unpacked = (value) => {
  if (Array.isArray(value)) return value.map(unpacked);
  if (!value || typeof value !== 'object') return value;
  if ('$bytes' in value) {
    const { buffer } = new Uint8Array(value.$bytes);
    return value.$view === 'ArrayBuffer' ? buffer : new globalThis[value.$view](buffer);
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, unpacked(one)]));
};

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

const inEachStore = async (mode, act) => {
  for (const name of await databases()) {
    const database = await result(indexedDB.open(name));
    try {
      for (const store of database.objectStoreNames) {
        const transaction = database.transaction(store, mode);
        const done = finished(transaction);
        await act(transaction.objectStore(store), name);
        await done;
      }
    } finally {
      database.close();
    }
  }
};

const storedIndexed = async () => {
  const records = [];
  await inEachStore('readonly', async (store, database) => {
    const [keys, values] = [result(store.getAllKeys()), result(store.getAll())];
    const packedValues = (await values).map(packed);
    (await keys).forEach((key, n) => {
      records.push({ database, store: store.name, key: packed(key), value: packedValues[n] });
    });
  });
  return records;
};

const restoreIndexed = (records) => inEachStore('readwrite', async (store, database) => {
  store.clear();
  for (const record of records) {
    if (record.database !== database || record.store !== store.name) continue;
    const value = unpacked(record.value);
    if (store.keyPath === null) store.put(value, unpacked(record.key));
    else store.put(value);
  }
});

const restoreLocal = (entries) => {
  localStorage.clear();
  for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
};

const deleteDatabases = async () => {
  for (const name of await databases()) await result(indexedDB.deleteDatabase(name));
};
