use serde_json::json;

use crate::{
    google_form::Reading,
    google_grid::read_group,
    google_members::Members,
    google_question::read_question,
    notes::{Notes, Place},
    put_together::QuestionParts,
};

/// What an item says about itself, whatever its kind.
pub(crate) struct Item<'a> {
    pub at: Place<'a>,
    /// Its id there.
    pub id: Option<String>,
    /// Its heading; may be blank.
    pub title: &'a str,
    pub description: Option<String>,
}

/// Reads one item: at most one kind counts, and what else stands in it is reported.
pub(crate) fn read_item(item: Members<'_>, order: u32, reading: &mut Reading) {
    let mut item = item.placed(Place { order, word: "item", about: "" });
    let title = item.text("title", &mut reading.notes).unwrap_or_default();
    let at = Place { order, word: "item", about: &title };
    let mut item = item.placed(at);
    let id = item.text("itemId", &mut reading.notes);
    let description = item.text("description", &mut reading.notes);
    let about = Item { at, id, title: &title, description };

    if let Some(question) = item.object("questionItem") {
        read_question_item(question, about, reading);
    } else if let Some(group) = item.object("questionGroupItem") {
        read_group(group, about, reading);
    } else if let Some(page_break) = item.object("pageBreakItem") {
        page_break.finish(&mut reading.notes);
        let heading = heading(&about, "Section", &mut reading.notes);
        reading.begin_section(about.id.as_deref().unwrap_or_default(), &heading, about.description, order);
    } else if let Some(text) = item.object("textItem") {
        text.finish(&mut reading.notes);
        statement(about, None, reading);
    } else if let Some(mut image) = item.object("imageItem") {
        if let Some(picture) = image.object("image") {
            read_picture(picture, &about, "i", about.description.clone(), reading);
        }
        image.finish(&mut reading.notes);
    } else if let Some(video) = item.object("videoItem") {
        read_video(video, about, reading);
    } else {
        let path = item.take_unknown().unwrap_or_else(|| item.path_of("?"));
        reading.notes.left_out(at, "unknown_item", &[("path", &path)]);
        if !about.title.is_empty() || about.description.is_some() {
            statement(about, None, reading);
        }
    }
    item.finish(&mut reading.notes);
}

fn read_question_item(mut holder: Members<'_>, about: Item<'_>, reading: &mut Reading) {
    if let Some(picture) = holder.object("image") {
        read_picture(picture, &about, "i", None, reading);
    }
    match holder.object("question") {
        Some(question) => read_question(question, about, reading),
        None => reading.notes.left_out(about.at, "unknown_item", &[("path", &holder.path_of("question"))]),
    }
    holder.finish(&mut reading.notes);
}

/// A heading that is not blank: its own, or the name of what it is with its place in the file.
pub(crate) fn heading(about: &Item<'_>, what: &str, notes: &mut Notes) -> String {
    if !about.title.is_empty() {
        return about.title.to_owned();
    }
    notes.changed(about.at, "untitled", &[]);
    format!("{what} {}", about.at.order)
}

/// Title and text. Without a title the first line of the text is one; without either there is
/// nothing to show.
pub(crate) fn statement(about: Item<'_>, more: Option<String>, reading: &mut Reading) {
    let mut text: Vec<String> = about.description.into_iter().chain(more).collect();
    let mut title = about.title.to_owned();
    if title.is_empty() && !text.is_empty() {
        let whole = text.join("\n\n");
        let (first, rest) = whole.split_once('\n').unwrap_or((&whole, ""));
        title = first.trim().to_owned();
        text = Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty()).into_iter().collect();
    }
    if title.is_empty() {
        reading.notes.left_out(about.at, "nothing_in_item", &[]);
        return;
    }
    let id = reading.question_id("t", about.id.as_deref(), about.at);
    let guidance = (!text.is_empty()).then(|| text.join("\n\n"));
    let shown = QuestionParts::new(&id, &title, json!({ "type": "statement" }), about.at.order);
    reading.push(shown.with("guidance", guidance));
}

/// A picture. Its address is short-lived and never followed, so only its words come along.
pub(crate) fn read_picture(
    mut picture: Members<'_>,
    about: &Item<'_>,
    prefix: &str,
    guidance: Option<String>,
    reading: &mut Reading,
) {
    let notes = &mut reading.notes;
    picture.read(&["contentUri", "sourceUri"]);
    let alt = picture.text("altText", notes);
    read_layout(&mut picture, notes);
    picture.finish(notes);
    notes.left_out(about.at, "picture", &[]);
    let title = Some(about.title.to_owned()).filter(|title| !title.is_empty());
    let title = title.or_else(|| alt.clone()).unwrap_or_else(|| "Picture".to_owned());
    let kind =
        json!({ "type": "image", "media": "image/png", "data": "", "alt": alt.unwrap_or_else(|| title.clone()) });
    let id = reading.question_id(prefix, about.id.as_deref(), about.at);
    reading.push(QuestionParts::new(&id, &title, kind, about.at.order).with("guidance", guidance));
}

/// How a picture or video is laid out there says nothing about the form.
fn read_layout(media: &mut Members<'_>, notes: &mut Notes) {
    if let Some(mut properties) = media.object("properties") {
        properties.read(&["alignment", "width"]);
        properties.finish(notes);
    }
}

fn read_video(mut holder: Members<'_>, about: Item<'_>, reading: &mut Reading) {
    let notes = &mut reading.notes;
    let caption = holder.text("caption", notes);
    let address = holder.object("video").and_then(|mut video| {
        let address = video.text("youtubeUri", notes);
        read_layout(&mut video, notes);
        video.finish(notes);
        address
    });
    holder.finish(notes);
    notes.changed(about.at, "video", &[]);
    let words: Vec<String> = caption.into_iter().chain(address).collect();
    let more = if words.is_empty() { "Video".to_owned() } else { words.join("\n") };
    statement(about, Some(more), reading);
}
