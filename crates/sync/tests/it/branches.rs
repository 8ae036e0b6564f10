//! A copied casebook: both branches are kept, and the second goes on in a chain of its own.

use domain::Urgency;

use crate::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn of_a_cloned_casebook_both_branches_arrive_and_the_second_continues_apart() {
    let mut world = World::new(31).await;
    world.desk.file(Urgency::Normal, &[]);
    world.desk.send().await.unwrap();
    let mut clone = world.desk.copy(32);
    assert_eq!(clone.casebook.device(), world.desk.casebook.device());

    world.desk.file_many(3, Urgency::Normal, &[]);
    clone.file_many(4, Urgency::Normal, &[]);
    let first = world.desk.send().await.unwrap();
    assert!(!first.continued, "who came first goes on as before");
    let second = clone.send().await.unwrap();
    assert!(second.continued);
    assert!(second.aside.is_empty(), "{:?}", second.aside);

    assert_eq!(world.hub.custody().unwrap().records, 1 + 3 + 4, "both branches are kept");
    assert_eq!((world.desk.custody().received, clone.custody().received), (4, 5));
    assert_eq!(clone.waiting(), 0, "the opening of the new chain too");
    let (old, _) = world.desk.casebook.device();
    let (new, key) = clone.casebook.device();
    assert_ne!(old, new);

    // The device is still known to the hub, by the key that it enrolled with.
    clone.file_many(2, Urgency::Normal, &[]);
    let third = clone.send().await.unwrap();
    assert!(!third.continued, "once is enough");
    assert_eq!(clone.custody().received, 7);
    assert_eq!(clone.casebook.device(), (new, key));
    world.desk.file(Urgency::Normal, &[]);
    assert!(!world.desk.send().await.unwrap().continued);
    assert_eq!(world.hub.custody().unwrap().records, 11);
    let last = world.line.log().last().unwrap().header("holdfast-device").unwrap().to_owned();
    assert_ne!(last, key.to_string());
}
