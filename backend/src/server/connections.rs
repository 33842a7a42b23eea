//! How many connections a client has open at the same time.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::middleware::admission::counted_address;

/// The open connections by client.
#[derive(Debug)]
pub(super) struct Connections {
    /// 0 for any number.
    most: usize,
    open: Mutex<HashMap<IpAddr, usize>>,
}

/// An open connection; it counts until it is dropped.
#[derive(Debug)]
pub(super) struct OpenConnection {
    connections: Arc<Connections>,
    client: IpAddr,
}

impl Connections {
    /// At most so many for each client; 0 for any number.
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self {
            most,
            open: Mutex::default(),
        })
    }

    /// Counts one more of a client; `None` where it has as many as it may.
    pub(super) fn open(self: &Arc<Self>, peer: IpAddr) -> Option<OpenConnection> {
        let client = counted_address(peer.to_canonical());
        let mut open = self.counts();
        let count = open.entry(client).or_default();
        if self.most > 0 && *count >= self.most {
            return None;
        }
        *count += 1;
        let connections = Arc::clone(self);
        Some(OpenConnection { connections, client })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for OpenConnection {
    fn drop(&mut self) {
        let mut open = self.connections.counts();
        if let Some(count) = open.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_client_has_its_own_count_and_gets_back_what_it_closes() {
        let connections = Connections::new(2);
        let (one, other): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let first = connections.open(one).unwrap();
        let _second = connections.open("::ffff:192.0.2.1".parse().unwrap()).unwrap();
        assert!(connections.open(one).is_none());
        let foreign = connections.open(other).unwrap();
        drop((first, foreign));
        assert_eq!(connections.counts().len(), 1, "nothing is kept of who has left");
        assert!(connections.open(one).is_some());
    }

    #[test]
    fn without_a_limit_any_number_is_open() {
        let connections = Connections::new(0);
        let open: Vec<_> = (0..100)
            .filter_map(|_| connections.open("192.0.2.1".parse().unwrap()))
            .collect();
        assert_eq!(open.len(), 100);
    }
}
