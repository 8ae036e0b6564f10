//! Settings within their bounds.

use app::{
    AppFault,
    care::{Settings, save_settings, settings},
};
use rstest::rstest;

use crate::{fault, world::World};

#[test]
fn settings_hold_over_a_lock() {
    let world = World::open();
    assert_eq!(settings(&world.session()).unwrap(), Settings::default());
    for (lock_after_minutes, urgent_after_minutes) in [(1, 15), (60, 240)] {
        let set = Settings {
            theme: "contrast".into(),
            density: "roomy".into(),
            lock_after_minutes,
            urgent_after_minutes,
            edits_forms: lock_after_minutes == 60,
        };
        save_settings(&world.session(), &set).unwrap();
        world.lock();
        world.unlock().unwrap();
        assert_eq!(settings(&world.session()).unwrap(), set);
    }
}

#[rstest]
#[case(Settings { lock_after_minutes: 0, ..Settings::default() })]
#[case(Settings { lock_after_minutes: 61, ..Settings::default() })]
#[case(Settings { urgent_after_minutes: 14, ..Settings::default() })]
#[case(Settings { urgent_after_minutes: 241, ..Settings::default() })]
#[case(Settings { urgent_after_minutes: u32::MAX, ..Settings::default() })]
#[case(Settings { theme: "pink".into(), ..Settings::default() })]
#[case(Settings { density: "".into(), ..Settings::default() })]
fn a_setting_out_of_bounds_changes_nothing(#[case] set: Settings) {
    let world = World::open();
    assert!(matches!(fault(save_settings(&world.session(), &set)), AppFault::SettingOutOfBounds));
    assert_eq!(settings(&world.session()).unwrap(), Settings::default());
}
