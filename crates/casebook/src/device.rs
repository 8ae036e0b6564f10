//! The chain that this casebook writes, with the key that signs it.

use domain::{AuthorId, Stamp};
use journal::{ChainOpened, Continues, Entry, Head, Known, NewEntry, open_chain};
use rusqlite::Connection;
use vault::{DeviceSeedKey, Hash, PublicKey, SigningKey, open_small, seal_small};
use zeroize::Zeroizing;

use crate::{CasebookFault, tables};

/// The chain being written.
pub(crate) struct Own {
    pub(crate) number: i64,
    pub(crate) id: Hash,
    pub(crate) key: SigningKey,
    pub(crate) head: Head,
}

/// Who opens a chain, and when.
pub(crate) struct Opening<'a> {
    pub(crate) author: AuthorId,
    pub(crate) recorded: Stamp,
    pub(crate) app_version: &'a str,
}

impl Own {
    /// The chain that was written last.
    pub(crate) fn load(connection: &Connection, seed_key: &DeviceSeedKey) -> Result<Self, CasebookFault> {
        let chain = tables::chain::own(connection)?.ok_or(CasebookFault::Row("chain"))?;
        let key = signing_key(&chain, seed_key)?;
        let head = tables::entry::head(connection, chain.number)?.ok_or(CasebookFault::Row("chain"))?;
        Ok(Self { number: chain.number, id: chain.id, key, head })
    }

    /// Opens a chain: the first of a casebook, or one that goes on where another ends.
    pub(crate) fn open(
        connection: &Connection,
        seed_key: &DeviceSeedKey,
        opening: Opening<'_>,
        after: Option<&Self>,
    ) -> Result<Self, CasebookFault> {
        let key = SigningKey::make().map_err(journal::BodyFault::from)?;
        let continues = after.map(|own| Continues { chain: own.id, head: own.head });
        let body = NewEntry {
            author: opening.author,
            act: Known::ChainOpened(ChainOpened {
                key: key.public(),
                continues,
                app_version: opening.app_version.to_owned(),
            }),
            event_time: None,
            recorded: opening.recorded,
            subjects: Vec::new(),
            based_on: Vec::new(),
            blobs: Vec::new(),
        }
        .seal()?;
        let link = open_chain(&key, &body, continues.zip(after.map(|own| &own.key)));
        let id = link.hash();
        let head = link.head();
        let sealed_seed =
            seal_small(seed_key, &context(&key.public()), key.seed().as_slice()).map_err(journal::BodyFault::from)?;
        let number = tables::chain::add(connection, id, &key.public(), Some(&sealed_seed))?;
        let entry = Entry { link, body: Some(body) };
        let position = tables::entry::add(connection, number, &entry)?;
        // All that a chain's opening changes of the views.
        tables::waiting::apply(connection, position, None, false)?;
        Ok(Self { number, id, key, head })
    }
}

/// The key of a chain of this casebook.
pub(crate) fn signing_key(chain: &tables::chain::Chain, seed_key: &DeviceSeedKey) -> Result<SigningKey, CasebookFault> {
    let sealed = chain.sealed_seed.as_ref().ok_or(CasebookFault::Row("chain"))?;
    let seed = open_small(seed_key, &context(&chain.key), sealed).map_err(|_| CasebookFault::Row("chain"))?;
    let seed: [u8; 32] = seed.as_slice().try_into().map_err(|_| CasebookFault::Row("chain"))?;
    Ok(SigningKey::from_seed(Zeroizing::new(seed)))
}

/// What the sealed seed is bound to.
fn context(key: &PublicKey) -> Vec<u8> {
    [b"holdfast device seed 1\0".as_slice(), key.as_bytes()].concat()
}
