//! Tests of names, addresses and the reaper; the server itself is tried by every run of the suite.

use super::Life;
use super::reaper::{folder_name, is_abandoned, reap_in, start_of};
use super::server::percent_encoded;

#[test]
fn a_socket_folder_becomes_a_host() {
    assert_eq!(percent_encoded("/dev/shm/a b-1"), "%2Fdev%2Fshm%2Fa%20b-1");
}

#[test]
fn our_own_cluster_is_not_abandoned() {
    assert!(start_of(std::process::id()).is_some());
    assert!(!is_abandoned(&folder_name(Life::Owned)));
    assert!(!is_abandoned(&folder_name(Life::Detached)));
}

#[test]
fn a_number_given_to_another_process_is_not_the_owner() {
    let own = std::process::id();
    assert!(is_abandoned(&format!("chikaya-postgres-{own}-1")));
    assert!(is_abandoned(&format!("chikaya-postgres-{own}-1-detached")));
}

#[test]
fn folders_of_others_are_left_alone() {
    assert!(!is_abandoned("chikaya-postgres-notes"));
    assert!(!is_abandoned("chikaya-postgres-1-x"));
    assert!(!is_abandoned("something-else-4-5"));
}

#[test]
fn the_remains_of_a_dead_owner_are_removed() {
    let parent = tempfile::tempdir().unwrap();
    let dead = parent.path().join("chikaya-postgres-1-999999999999");
    let alive = parent.path().join(folder_name(Life::Owned));
    std::fs::create_dir_all(dead.join("data")).unwrap();
    std::fs::create_dir(&alive).unwrap();
    reap_in(parent.path());
    assert!(!dead.exists());
    assert!(alive.exists());
}
