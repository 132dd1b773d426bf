//! `IndexedDB`, the durable rope: texts by name, in one store. What was written counts once its transaction is complete.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const STORE: &str = "kept";
/// The version of the layout, which is one store. What lies in it has versions of its own.
const LAYOUT: u32 = 1;

#[wasm_bindgen]
extern "C" {
    /// web-sys counts the options of a transaction among what may still change, and leaves them out.
    type Durable;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &Durable,
        store: &str,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// A name, and the text under it from now on; none takes the name away.
pub(crate) type Change = (String, Option<String>);

/// An open database. It closes when another version of Heard, or the user, wants to change or delete it.
pub(crate) struct Database {
    db: IdbDatabase,
    _on_version_change: Closure<dyn FnMut()>,
}

impl Database {
    /// Opens a database, which is made if there is none. Every way of asking can throw, and some never answer.
    pub(crate) async fn open(name: &str) -> Result<Self, JsValue> {
        let factory = web_sys::window().map(|window| window.indexed_db());
        let factory = factory.transpose()?.flatten().ok_or(JsValue::NULL)?;
        let opening = factory.open_with_u32(name, LAYOUT)?;
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

    /// Everything, by name.
    pub(crate) async fn all(&self) -> Result<Vec<(String, String)>, JsValue> {
        let store = self.store("readonly", "default")?.1;
        let (keys, values) = (store.get_all_keys()?, store.get_all()?);
        JsFuture::from(answer(&values)).await?;
        let keys: Array = keys.result()?.unchecked_into();
        let values: Array = values.result()?.unchecked_into();
        let pairs = keys.iter().zip(values.iter());
        Ok(pairs.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
    }

    /// The name of everything, in their order.
    pub(crate) async fn names(&self) -> Result<Vec<String>, JsValue> {
        let names = self.store("readonly", "default")?.1.get_all_keys()?;
        JsFuture::from(answer(&names)).await?;
        let names: Array = names.result()?.unchecked_into();
        Ok(names.iter().filter_map(|name| name.as_string()).collect())
    }

    /// What stands under some names.
    pub(crate) async fn several(&self, names: &[String]) -> Result<Vec<(String, String)>, JsValue> {
        let store = self.store("readonly", "default")?.1;
        let mut asked = Vec::with_capacity(names.len());
        for name in names {
            asked.push(store.get(&name.into())?);
        }
        if let Some(last) = asked.last() {
            JsFuture::from(answer(last)).await?;
        }
        let texts = asked.iter().zip(names).filter_map(|(request, name)| {
            Some((name.clone(), request.result().ok()?.as_string()?))
        });
        Ok(texts.collect())
    }

    /// Makes changes in one transaction, which begins at once. What it gives resolves when they are on the disk.
    pub(crate) fn write(&self, changes: &[Change]) -> Result<JsFuture, JsValue> {
        self.change("strict", changes)
    }

    /// Like [`Database::write`], but the disk may take its time: for what is worth little.
    pub(crate) fn write_at_leisure(&self, changes: &[Change]) -> Result<JsFuture, JsValue> {
        self.change("relaxed", changes)
    }

    /// Takes everything away.
    pub(crate) fn clear(&self) -> Result<JsFuture, JsValue> {
        let (transaction, store) = self.store("readwrite", "strict")?;
        let done = JsFuture::from(completion(&transaction));
        store.clear()?;
        Ok(done)
    }

    /// Puts texts under their names, each joined with what stands there, and takes other names away: all in one
    /// transaction, or none of it.
    pub(crate) async fn join(
        &self,
        texts: &[(String, String)],
        join: impl Fn(&str, &str, &str) -> String,
        gone: &[String],
    ) -> Result<(), JsValue> {
        let (transaction, store) = self.store("readwrite", "strict")?;
        let done = JsFuture::from(completion(&transaction));
        let mut asked = Vec::with_capacity(texts.len());
        for (name, _) in texts {
            asked.push(store.get(&name.into())?);
        }
        if let Some(last) = asked.last() {
            JsFuture::from(answer(last)).await?;
        }
        if let Err(fault) = put_joined(&store, &asked, texts, join, gone) {
            // Half of it would be worse than none.
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
    standing: &[IdbRequest],
    texts: &[(String, String)],
    join: impl Fn(&str, &str, &str) -> String,
    gone: &[String],
) -> Result<(), JsValue> {
    for (request, (name, text)) in standing.iter().zip(texts) {
        let standing = request.result()?.as_string().filter(|standing| standing != text);
        let joined = standing.map(|standing| join(name, &standing, text));
        store.put_with_key(&joined.as_ref().unwrap_or(text).into(), &name.into())?;
    }
    for name in gone {
        store.delete(&name.into())?;
    }
    Ok(())
}

fn make_store(opening: &IdbOpenDbRequest) {
    if let Ok(db) = opening.result() {
        // If it can not be made, the opening fails, and says so.
        let _ = db.unchecked_into::<IdbDatabase>().create_object_store(STORE);
    }
}

/// Resolves when a request is answered. The promise's own functions listen, so that nothing of ours has to be kept alive.
fn answer(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

#[cfg(test)]
mod tests;
