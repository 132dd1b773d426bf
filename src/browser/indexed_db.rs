//! `IndexedDB`: a database with one object store of texts by name. A change is stored once its transaction is complete.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const STORE: &str = "kept";
/// The version of the database, which has one object store. The lines stored in it have versions of their own.
const DB_VERSION: u32 = 1;

#[wasm_bindgen]
extern "C" {
    /// Declared here, because web-sys has the options of a transaction only among its unstable interfaces.
    type Durable;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &Durable,
        store: &str,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// A name and its new text; `None` removes the entry.
pub(crate) type Change = (String, Option<String>);

/// An open database. It is closed when it is dropped, and when another tab wants to upgrade or delete it.
pub(crate) struct Database {
    db: IdbDatabase,
    _on_version_change: Closure<dyn FnMut()>,
}

impl Database {
    /// Opens a database, and creates it if there is none. Some browsers never answer where storage is blocked.
    ///
    /// # Errors
    ///
    /// If the browser blocks `IndexedDB`, or the database can not be opened.
    pub(crate) async fn open(name: &str) -> Result<Self, JsValue> {
        let factory = web_sys::window().map(|window| window.indexed_db());
        let factory = factory.transpose()?.flatten().ok_or(JsValue::NULL)?;
        let opening = factory.open_with_u32(name, DB_VERSION)?;
        let new = opening.clone();
        let upgrade = Closure::<dyn FnMut()>::new(move || make_store(&new));
        opening.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        JsFuture::from(answer(&opening)).await?;
        let db: IdbDatabase = opening.result()?.unchecked_into();
        let closing = db.clone();
        let on_version_change = Closure::<dyn FnMut()>::new(move || closing.close());
        db.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Ok(Self { db, _on_version_change: on_version_change })
    }

    /// All entries, sorted by name.
    ///
    /// # Errors
    ///
    /// If the transaction fails.
    pub(crate) async fn all(&self) -> Result<Vec<(String, String)>, JsValue> {
        let store = self.store("readonly", "default")?.1;
        let (keys, values) = (store.get_all_keys()?, store.get_all()?);
        JsFuture::from(answer(&values)).await?;
        let keys: Array = keys.result()?.unchecked_into();
        let values: Array = values.result()?.unchecked_into();
        let pairs = keys.iter().zip(values.iter());
        Ok(pairs.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
    }

    /// The names of all entries, sorted.
    ///
    /// # Errors
    ///
    /// If the transaction fails.
    pub(crate) async fn names(&self) -> Result<Vec<String>, JsValue> {
        let names = self.store("readonly", "default")?.1.get_all_keys()?;
        JsFuture::from(answer(&names)).await?;
        let names: Array = names.result()?.unchecked_into();
        Ok(names.iter().filter_map(|name| name.as_string()).collect())
    }

    /// The entries of these names, in the order of the names. Names without an entry are left out.
    ///
    /// # Errors
    ///
    /// If the transaction fails.
    pub(crate) async fn several(&self, names: &[String]) -> Result<Vec<(String, String)>, JsValue> {
        let store = self.store("readonly", "default")?.1;
        let mut requests = Vec::with_capacity(names.len());
        for name in names {
            requests.push(store.get(&name.into())?);
        }
        if let Some(last) = requests.last() {
            JsFuture::from(answer(last)).await?;
        }
        let texts = requests.iter().zip(names).filter_map(|(request, name)| {
            Some((name.clone(), request.result().ok()?.as_string()?))
        });
        Ok(texts.collect())
    }

    /// Makes changes in one transaction, which begins before this returns. The future resolves when they are on the disk
    /// (`durability: "strict"`), and fails if none of them was made.
    ///
    /// # Errors
    ///
    /// If the transaction can not begin.
    pub(crate) fn write(&self, changes: &[Change]) -> Result<JsFuture, JsValue> {
        self.change("strict", changes)
    }

    /// Like [`Database::write`], but the future resolves before the changes are on the disk (`durability: "relaxed"`).
    ///
    /// # Errors
    ///
    /// If the transaction can not begin.
    pub(crate) fn write_relaxed(&self, changes: &[Change]) -> Result<JsFuture, JsValue> {
        self.change("relaxed", changes)
    }

    /// Removes all entries. The future resolves when that is on the disk.
    ///
    /// # Errors
    ///
    /// If the transaction can not begin.
    pub(crate) fn clear(&self) -> Result<JsFuture, JsValue> {
        let (transaction, store) = self.store("readwrite", "strict")?;
        let done = JsFuture::from(completion(&transaction));
        store.clear()?;
        Ok(done)
    }

    /// Writes texts and removes the names in `gone`, in one transaction. Where an entry exists, `join` computes the new
    /// text from the name, the stored text and the given one.
    ///
    /// # Errors
    ///
    /// If the transaction fails. Nothing has changed then.
    pub(crate) async fn join(
        &self,
        texts: &[(String, String)],
        join: impl Fn(&str, &str, &str) -> String,
        gone: &[String],
    ) -> Result<(), JsValue> {
        let (transaction, store) = self.store("readwrite", "strict")?;
        let done = JsFuture::from(completion(&transaction));
        let mut requests = Vec::with_capacity(texts.len());
        for (name, _) in texts {
            requests.push(store.get(&name.into())?);
        }
        if let Some(last) = requests.last() {
            JsFuture::from(answer(last)).await?;
        }
        if let Err(fault) = put_joined(&store, &requests, texts, join, gone) {
            // A part of the changes alone could lose data.
            transaction.abort()?;
            return Err(fault);
        }
        done.await.map(drop)
    }

    fn change(&self, durability: &str, changes: &[Change]) -> Result<JsFuture, JsValue> {
        let (transaction, store) = self.store("readwrite", durability)?;
        let done = JsFuture::from(completion(&transaction));
        for (name, text) in changes {
            match text {
                Some(text) => store.put_with_key(&text.into(), &name.into())?,
                None => store.delete(&name.into())?,
            };
        }
        Ok(done)
    }

    fn store(
        &self,
        mode: &str,
        durability: &str,
    ) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &durability.into())?;
        let transaction = self.db.unchecked_ref::<Durable>().begin(STORE, mode, &options)?;
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.db.set_onversionchange(None);
        self.db.close();
    }
}

fn put_joined(
    store: &IdbObjectStore,
    stored: &[IdbRequest],
    texts: &[(String, String)],
    join: impl Fn(&str, &str, &str) -> String,
    gone: &[String],
) -> Result<(), JsValue> {
    for (request, (name, text)) in stored.iter().zip(texts) {
        let stored = request.result()?.as_string().filter(|stored| stored != text);
        let joined = stored.map(|stored| join(name, &stored, text));
        store.put_with_key(&joined.as_ref().unwrap_or(text).into(), &name.into())?;
    }
    for name in gone {
        store.delete(&name.into())?;
    }
    Ok(())
}

fn make_store(opening: &IdbOpenDbRequest) {
    if let Ok(db) = opening.result() {
        // If this fails, the request to open the database fails too.
        let _ = db.unchecked_into::<IdbDatabase>().create_object_store(STORE);
    }
}

/// A promise of the end of a request. Its own functions are the listeners, so no closure has to be kept alive.
fn answer(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// A promise of the end of a transaction.
fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

#[cfg(test)]
mod tests;
