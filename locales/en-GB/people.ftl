# Adding and correcting people, who may be meant, and files that may be of one person.

person-kind = Who or what is it?
person-kind-child = Child
person-kind-unborn_child = Unborn child
person-kind-adult = Adult
person-kind-professional = Professional
person-kind-place = Place
person-kind-group = Group
person-name-unborn = Name, if there is one yet (or “baby of …”)
person-due = Due date (optional)
person-born-is = This date is
person-born-exact = Exact
person-born-estimated = Estimated
person-born-due = Due date
person-date_of_birth_is = Date of birth is
person-date-wrong = Enter a real date, such as 27 3 2016
person-not-recorded = Not recorded
person-group-identity = Identity
person-group-language = Language, communication and disability
person-group-school = School and health
person-group-work = Agency and job
person-group-consent = Consent and anything else
person-group-reach = Address, phone and numbers
person-sex = Sex
person-sex-female = Female
person-sex-male = Male
person-sex-indeterminate = Indeterminate
person-sex-not_known = Not known
person-gender = Gender, in their own words
person-pronouns = Pronouns
person-ethnicity = Ethnicity
person-ethnicity_described = Ethnicity, in their own words
person-religion = Religion or belief
person-nationality = Nationality
person-immigration = Immigration status
person-date_of_death = Date of death
person-languages = Languages, the first one first
person-interpreter_needed = Interpreter needed
person-interpreter_needed-yes = Yes
person-interpreter_needed-no = No
person-interpreter_needed-not_asked = Not asked
person-communication = How they communicate, and what they need
person-disability = Disability
person-disability_described = What it means for this person
person-school = School, nursery or college
person-gp = GP or practice
person-agency = Agency
person-job = Job
person-consent = What was consented to, and by whom
person-note = Anything else that is not an event
person-address = Address
person-address-hint = Without the postcode
person-postcode = Postcode
person-phone = Phone number or e-mail
person-phone-note = About this phone
person-phone-note-hint = Whose it is, when to call, what not to say
person-scheme = Kind of number
person-identifier = Number
person-emergency = Emergency id
person-emergency-hint = A short number to say on the phone while the central system is away. A slip in it is noticed.
person-emergency-give = Give an emergency id now
person-added-title = On file
person-added = { $name } is on file
person-emergency-is = Emergency id
person-emergency-read = Read it letter by letter on the phone, and ask for it to be read back.
person-open-file = Open the file
person-add-another = Add another person

## Who may be meant

match-title = People on file who may be the same
match-count =
    { $count ->
        [one] 1 person on file may be the same. Look before you add.
       *[other] { $count } people on file may be the same. Look before you add.
    }
match-decide =
    { $count ->
        [one] Say whether the person on file is the same
       *[other] Say of each of the { $count } people on file whether they are the same
    }
match-open = This is them – open
match-different = A different person
match-was-different = A different person
# Stands as the reason of the decision that is kept.
match-looked-at = Looked at while adding, and a different person
match-for = For it: { $reasons }
match-against = Against it: { $reasons }
likeness-exact = the same by all that is known
likeness-likely = likely the same
likeness-possible = possibly the same
match-same_name = same name
match-names_in_other_order = names in another order
match-part_of_name = part of the name
match-sounds_alike = name sounds alike
match-typing_slip = name differs by a slip
match-known_as = known by that name
match-same_birth = same date of birth
match-birth_slip = date of birth differs by a slip
match-same_postcode = same postcode
match-same_phone = same phone
match-same_identifier = same number
match-other_birth = another date of birth
match-other_sex = another sex
match-twin = may be a twin

## Duplicates

duplicates-title = Duplicates
duplicates-lead = Two files that may be of one person. Nothing is joined by itself, no record is rewritten, and every decision can be taken back.
duplicates-none = No two files look like one person, apart from those decided about.
duplicates-pair = { $one } and { $other }
duplicates-what = What
duplicates-compared = Side by side
duplicates-agrees = Agrees
duplicates-differs = Differs
duplicates-name = Name
duplicates-known-as = Known as
duplicates-born = Date of birth
duplicates-born-estimated = (estimated)
duplicates-born-due = (due)
duplicates-kind = Kind
duplicates-status = Status
duplicates-worker = Worker
duplicates-identifier = Number
duplicates-seen = Last seen
duplicates-warnings = Warnings
duplicates-nothing = Not recorded
duplicates-same = Same person
duplicates-two = Two people
duplicates-decide-same = { $one } and { $other } are the same person
duplicates-decide-two = { $one } and { $other } are two people
duplicates-reason = Why
duplicates-reason-missing = Enter why
duplicates-approved = Who agreed
duplicates-approved-hint = Name of the manager or colleague
duplicates-approved-missing = Enter who agreed
duplicates-save = Keep this decision
duplicates-cancel = Cancel
duplicates-done = Decided: { $what }
duplicates-ledger = Decisions
duplicates-ledger-none = Nothing was decided yet.
duplicates-was-same = Same person
duplicates-was-two = Two people
duplicates-by = { $author }, { $at }. Agreed by { $approved }.
duplicates-replaced = A later decision stands in its place.
duplicates-take-back = Take back
duplicates-take-back-reason = Why is it taken back?
duplicates-taken-back-at-once = Taken back at once
duplicates-taken-back = The decision was taken back
duplicates-more = Show { $count } more
