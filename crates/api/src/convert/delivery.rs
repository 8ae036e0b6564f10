//! Delivery: status, outbox, hub.

use app::{
    App,
    delivery::{self, Outbox, Status},
};
use casebook::tables::hub::PinnedHub;

use super::{id, records::record_row};
use crate::{ApiError, Host, code::delivery_code, types::*};

pub(crate) fn status(app: &App, _: &dyn Host, _: Nothing) -> Result<StatusView, ApiError> {
    Ok(status_view(&delivery::status(&*app.session()?)?))
}

pub(crate) fn outbox(app: &App, _: &dyn Host, _: Nothing) -> Result<OutboxView, ApiError> {
    let outbox: Outbox = delivery::outbox(&*app.session()?)?;
    let custody = outbox.status.custody;
    Ok(OutboxView {
        needs_you: outbox.needs_you.iter().map(record_row).collect(),
        waiting: outbox.waiting.iter().map(record_row).collect(),
        received: outbox.received.iter().map(record_row).collect(),
        totals: OutboxTotals {
            needs_you: custody.needs_you,
            waiting: custody.waiting,
            received: outbox.received_total,
        },
        status: status_view(&outbox.status),
    })
}

pub(crate) fn send_now(app: &App, _: &dyn Host, _: Nothing) -> Result<Nothing, ApiError> {
    delivery::send_now(&*app.session()?)?;
    Ok(Nothing {})
}

pub(crate) fn enrol(app: &App, _: &dyn Host, request: EnrolRequest) -> Result<HubView, ApiError> {
    Ok(hub_view(&delivery::enrol(app, &*app.session()?, &request.code)?))
}

pub(crate) fn hold_record(app: &App, _: &dyn Host, request: HoldRecordRequest) -> Result<Nothing, ApiError> {
    delivery::hold_record(&*app.session()?, id(&request.id)?, request.hold)?;
    Ok(Nothing {})
}

pub(crate) fn phoned_lead(app: &App, _: &dyn Host, request: PhonedLeadRequest) -> Result<Nothing, ApiError> {
    delivery::phoned_lead(&*app.session()?, id(&request.id)?, &request.who)?;
    Ok(Nothing {})
}

/// What the status bar says.
pub fn status_view(status: &Status) -> StatusView {
    let state = &status.delivery;
    StatusView {
        custody: Custody {
            filed: status.custody.filed,
            received: status.custody.received,
            waiting: status.custody.waiting,
            needs_you: status.custody.needs_you,
            drafts: status.custody.drafts,
            log: status.custody.log,
            log_waiting: status.custody.log_waiting,
        },
        oldest_waiting: status.oldest_waiting.map(|at| at.to_rfc3339()),
        hub: status.hub.as_ref().map(hub_view),
        sending: state.sending,
        last_trouble: state.last_trouble.map(|code| ApiError::plain(delivery_code(code))),
        next_try: state.next_try.map(|at| at.to_rfc3339()),
        alarms: status
            .alarms
            .iter()
            .map(|row| AlarmView {
                record: row.record.id.to_string(),
                reference: row.reference.to_string(),
                title: row.record.title.clone(),
                recorded: row.record.recorded.to_rfc3339(),
            })
            .collect(),
        clock_off_minutes: state
            .clock_off
            .map(|off| i32::try_from(off.num_minutes()).unwrap_or(i32::MAX))
            .filter(|minutes| minutes.abs() >= 10),
        urgent_after_minutes: status.urgent_after_minutes,
    }
}

/// The hub that this device is enrolled at.
pub fn hub_view(hub: &PinnedHub) -> HubView {
    HubView {
        address: hub.address.clone(),
        id: hub.id.to_string().chars().take(8).collect(),
        enrolled: hub.enrolled.to_rfc3339(),
        last_contact: hub.last_contact.map(|at| at.to_rfc3339()),
    }
}
