//! What a person does on the screens, in their words.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use serde_json::json;

use crate::driver::Window;

pub const PASSPHRASE: &str = "kelp granite lantern orchard seven";

/// From the welcome to an empty caseload.
pub async fn first_run(window: &Window) {
    window.heading("Welcome to Holdfast").await;
    window.press("Start").await;
    window.type_into("Your full name", "Sam Sample").await;
    window.type_into("Your job title", "Social worker").await;
    window.press("Continue").await;
    window.heading("Choose a passphrase").await;
    window.type_into("New passphrase", PASSPHRASE).await;
    window.type_into("Type it again", PASSPHRASE).await;
    window.says("Strong enough").await;
    window.press("Continue").await;
    window.find("//*[contains(@class, 'sheet__group')]").await;
    let groups = window
        .client
        .execute(
            "return [...document.querySelectorAll('.sheet__group')].map((one) => one.lastChild.textContent.trim())",
            vec![],
        )
        .await
        .unwrap();
    window.press("Continue").await;
    window.heading("Show that you have the code").await;
    for field in window.client.find_all(Locator::Css("input[id^='group-']")).await.unwrap() {
        let id = field.attr("id").await.unwrap().unwrap();
        let number: usize = id.split('-').nth(1).unwrap().parse().unwrap();
        field.send_keys(groups[number - 1].as_str().unwrap()).await.unwrap();
    }
    window.press("Make my casebook").await;
    window.heading("Your casebook is ready").await;
    window.press("Go to the caseload").await;
    window.heading("Caseload").await;
}

/// Types the passphrase at the unlock screen.
pub async fn unlock(window: &Window) {
    window.find("//input[@id='secret']").await.send_keys(PASSPHRASE).await.unwrap();
    window.press("Unlock").await;
    let begun = Instant::now();
    while window.words_of("//input[@id='secret']").await.is_some() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it does not unlock: {}", window.text().await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Adds a child from the caseload and comes back to it.
pub async fn add_person(window: &Window, name: &str) {
    window.press("Add a person").await;
    window.heading("Add a person").await;
    window.type_into("Full name", name).await;
    window.press("Add this person").await;
    window.heading(name).await;
    window.press("Caseload").await;
    window.heading("Caseload").await;
}

/// Waits until the screen says that everything typed is saved.
pub async fn saved(window: &Window) {
    window
        .find("//*[contains(@class, 'save-line')]/strong[starts-with(normalize-space(), 'Saved on this device')]")
        .await;
}

/// Answers every section and ends on the check page.
pub async fn answer_form(window: &Window) {
    for _ in 0..20 {
        answer_section(window).await;
        if !next_section(window).await {
            break;
        }
    }
    window.press("Check before you file").await;
    window.heading("Check this").await;
}

/// Goes to the next section; false on the last.
pub async fn next_section(window: &Window) -> bool {
    let Some(words) = window.words_of("//a[starts-with(normalize-space(), 'Next: ')]").await else { return false };
    window.press(&words).await;
    window.heading(words.trim_start_matches("Next: ")).await;
    true
}

async fn answer_section(window: &Window) {
    for _ in 0..12 {
        let answered = window.client.execute(FILL_WHAT_IS_EMPTY, vec![json!(false)]).await.unwrap();
        tokio::time::sleep(Duration::from_millis(150)).await;
        saved(window).await;
        if answered == 0 {
            return;
        }
    }
    panic!("the section does not come to an end");
}

/// The words of the first long text on the screen.
pub async fn long_text(window: &Window) -> String {
    let area = window.find("(//textarea)[1]").await;
    area.prop("value").await.unwrap().unwrap_or_default()
}

/// Answers what is shown and empty: the first choice, a time that has passed, plain words; one of what
/// can be there several times.
const FILL_WHAT_IS_EMPTY: &str = r"
  const type = (box, text) => {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
    return 1;
  };
  const today = new Date();
  let done = 0;
  for (const question of document.querySelectorAll('.question')) {
    if (question.querySelector('.question')) continue;
    const more = question.querySelector(`button[id='${question.dataset.path}-add']`);
    if (more) { more.click(); done += 1; continue; }
    for (const kind of ['radio', 'checkbox']) {
      // A grid has a group of boxes for each row.
      const groups = Map.groupBy(question.querySelectorAll(`input[type=${kind}]`), (one) => one.name);
      for (const boxes of groups.values()) {
        if (!boxes.some((one) => one.checked)) { boxes[0].click(); done += 1; }
      }
    }
    const select = question.querySelector('select');
    if (select && select.value === '') done += type(select, select.options[1].value);
    const date = question.querySelector('.govuk-date-input');
    for (const box of question.querySelectorAll('input[type=text],textarea')) {
      if (box.value !== '') continue;
      if (date) {
        const parts = { day: today.getDate(), month: today.getMonth() + 1, year: today.getFullYear(), time: '00:05', hours: 1, minutes: 30, seconds: 0 };
        done += type(box, String(parts[box.name]));
      } else if (/time|14:30/i.test(question.textContent) && box.classList.contains('govuk-input--width-5')) {
        done += type(box, '00:05');
      } else if (box.inputMode === 'numeric' || box.inputMode === 'decimal') {
        done += type(box, '3');
      } else {
        done += type(box, 'Zoë showed me a drawing of the garden and told me about school.');
      }
    }
  }
  return done;
";
