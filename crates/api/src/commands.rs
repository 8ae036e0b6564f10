//! The list of commands. Router, TypeScript and the reference in docs/ come from it; a command with
//! no function does not compile.

use serde::Serialize;
use serde_json::Value;

use crate::{ApiError, App, Host, convert, types::*};

/// A command as the TypeScript map and the reference name it.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// Type of the request.
    pub request: &'static str,
    /// Type of the answer.
    pub answer: &'static str,
}

macro_rules! commands {
    ($($name:ident: $request:ident => $answer:ident;)*) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[
            $(Command { name: stringify!($name), request: stringify!($request), answer: stringify!($answer) },)*
        ];

        /// Does a command. Blocks until it is done: hosts call it off their event loop.
        ///
        /// # Errors
        /// [`ApiError`]: `bad_request` for a command or a field that is not known.
        pub fn dispatch(app: &App, host: &dyn Host, command: &str, payload: Value) -> Result<Value, ApiError> {
            match command {
                $(stringify!($name) => {
                    let request: $request = read(payload)?;
                    let answer: $answer = convert::$name(app, host, request)?;
                    write(&answer)
                })*
                _ => Err(ApiError::bad_request()),
            }
        }

        /// The declarations of all types that commands use.
        pub(crate) fn declare(types: &mut crate::typescript::Types) {
            $(
                types.add::<$request>();
                types.add::<$answer>();
            )*
        }
    };
}

commands! {
    session: Nothing => SessionView;
    judge_passphrase: JudgePassphraseRequest => StrengthView;
    begin_casebook: Nothing => RecoverySheetView;
    save_recovery_code: Nothing => SavedView;
    create_casebook: CreateCasebookRequest => SessionView;
    unlock: UnlockRequest => SessionView;
    lock: LockRequest => Nothing;
    change_passphrase: ChangePassphraseRequest => Nothing;
    touch: Nothing => Nothing;
    save_settings: SettingsView => SettingsView;
    list_people: ListPeopleRequest => PeopleView;
    add_person: AddPersonRequest => PersonRow;
    amend_person: AmendPersonRequest => PersonRow;
    give_emergency_id: ById => PersonRow;
    open_child: ById => ChildView;
    timeline: TimelineRequest => TimelineView;
    open_note: ById => NoteView;
    chronology: ChronologyRequest => ChronologyView;
    print_chronology: ChronologyRequest => ExportedView;
    file_history: ById => FileHistoryView;
    network: ById => NetworkView;
    record_fact: RecordFactRequest => FactView;
    withdraw_fact: WithdrawFactRequest => Nothing;
    read_warnings: ReadWarningsRequest => Nothing;
    find_matches: FindMatchesRequest => MatchesView;
    duplicates: Nothing => DuplicatesView;
    organisation: Nothing => OrganisationView;
    my_day: Nothing => MyDayView;
    caseload: CaseloadRequest => CaseloadView;
    transfer: TransferRequest => TransferredView;
    search: SearchRequest => SearchView;
    pin_person: PinRequest => Nothing;
    choose_pack_file: Nothing => ChosenFileView;
    read_pack: ReadPackRequest => PackPreview;
    import_pack: ImportPackRequest => PackProgressView;
    pack_progress: Nothing => PackProgressView;
    cancel_pack: Nothing => Nothing;
    list_packs: Nothing => PacksView;
    undo_pack: UndoPackRequest => PackUndoneView;
    reconcile: Nothing => ReconcileView;
    reconciled: ReconciledRequest => Nothing;
    add_document: AddDocumentRequest => FactView;
    open_document: ById => DocumentView;
    document_page: DocumentPageRequest => DocumentPageView;
    list_forms: Nothing => FormsView;
    forms_desk: Nothing => FormsDeskView;
    open_form: OpenFormRequest => FormView;
    edit_form: EditFormRequest => FormDraftView;
    open_form_draft: ById => FormDraftView;
    save_form_draft: SaveFormDraftRequest => SavedFormDraftView;
    set_aside_form_draft: ById => Nothing;
    restore_form_draft: ById => Nothing;
    try_form: TryFormRequest => TryFormView;
    compare_form: CompareFormRequest => FormChangesView;
    publish_form: PublishFormRequest => FormDeskRow;
    retire_form: RetireFormRequest => FormDeskRow;
    read_form_file: ById => FormFileView;
    begin_upload: BeginUploadRequest => UploadView;
    upload_part: UploadPartRequest => UploadView;
    attach: AttachRequest => AttachmentView;
    read_attachment: ReadAttachmentRequest => AttachmentContentView;
    answered_forms: Nothing => AnsweredFormsView;
    sheet: SheetRequest => SheetView;
    summarise: SummaryRequest => SummaryView;
    export_responses: ExportResponsesRequest => ExportedView;
    read_responses: ReadResponsesRequest => ReadResponsesView;
    import_responses: ImportResponsesRequest => ImportProgressView;
    import_progress: Nothing => ImportProgressView;
    cancel_import: Nothing => Nothing;
    list_imports: Nothing => ImportsView;
    undo_import: UndoImportRequest => Nothing;
    check_spelling: CheckSpellingRequest => SpellingView;
    know_word: KnownWordRequest => Nothing;
    writing: Nothing => WritingView;
    save_snippet: SnippetView => WritingView;
    other_names: OtherNamesRequest => OtherNamesView;
    start_draft: StartDraftRequest => DraftView;
    open_draft: ById => DraftView;
    save_draft: SaveDraftRequest => SavedDraftView;
    set_children: SetChildrenRequest => DraftView;
    compare_draft: ById => DraftMoveView;
    move_draft: MoveDraftRequest => DraftView;
    check_draft: ById => CheckDraftView;
    file_draft: ById => FiledView;
    set_aside_draft: ById => Nothing;
    restore_draft: ById => Nothing;
    list_drafts: Nothing => DraftsView;
    open_record: ById => RecordView;
    outbox: Nothing => OutboxView;
    status: Nothing => StatusView;
    send_now: Nothing => Nothing;
    enrol: EnrolRequest => HubView;
    hold_record: HoldRecordRequest => Nothing;
    phoned_lead: PhonedLeadRequest => Nothing;
    start_check: Nothing => CheckProgressView;
    check_progress: Nothing => CheckProgressView;
    cancel_check: Nothing => Nothing;
    rebuild_views: Nothing => Nothing;
}

fn read<T: serde::de::DeserializeOwned>(payload: Value) -> Result<T, ApiError> {
    // What is wrong with it may quote an answer: it is not passed on.
    serde_json::from_value(payload).map_err(|_| ApiError::bad_request())
}

fn write<T: Serialize>(answer: &T) -> Result<Value, ApiError> {
    serde_json::to_value(answer).map_err(|_| ApiError::plain(crate::Code::Internal))
}
