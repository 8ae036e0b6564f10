# Facts about people: addresses, relationships, warnings, allocations, episodes and the like.

## Of every fact

fact-optional = { $field } (optional)
fact-choose = Choose
fact-yes = Yes
fact-no = No
fact-not-asked = Not asked yet
fact-date-hint = For example, 27 3 2024
fact-when-hint = For example, 27 3 2024 at 14:30. Leave the time empty if it is not known.
fact-save = Save
fact-save-end = Save the end
fact-save-correction = Save the correction
fact-wrong-missing = { $field }: this is needed
fact-wrong-date = { $field }: enter a real date, such as 27 3 2024
fact-wrong-time = { $field }: enter a time such as 14:30
fact-wrong-ends-before = It ends before it begins
fact-added = Added: { $kind }
fact-was-corrected = The correction was saved
fact-was-ended = The end was saved
fact-was-withdrawn = Taken back as recorded in error
fact-undo-reason = Taken back at once
fact-chosen = The one that is right was chosen
fact-correct = Correct
fact-end = End
fact-withdraw = Recorded in error
fact-do-correct = Correct: { $kind }
fact-do-end = End: { $kind }
fact-do-withdraw = Recorded in error: { $kind }
fact-withdraw-reason = Why was it wrong?
fact-withdraw-hint = What was recorded stays in the history, with your reason. If it was true once, end it instead.
fact-withdraw-missing = Enter why it was wrong
fact-withdraw-do = Take it back
fact-gone-title = Not on this file
fact-gone = This is not on the file any more. It may have been taken back as recorded in error.
fact-recorded = Recorded { $at } by { $author }
fact-new = New
fact-ended = Ended
fact-planned = Planned
fact-no-words = No words
fact-clash-lead = Two people recorded this without knowing of each other. Both versions are kept until somebody says which is right.
fact-check-right = Check digit is right
fact-check-wrong = Check digit is wrong: look at it again
fact-shared = Also the number of { $who }
fact-somebody-on-file = somebody on file
fact-hidden = hidden address
fact-hidden-from = hidden from { $who }
fact-hidden-from-you = Address hidden from you. Ask your manager.
fact-do-not-contact = Do not contact here
fact-from-until = { $from } to { $until }
fact-since = since { $from }
fact-until = until { $until }
fact-identifier-line = { $scheme }: { $value }
fact-relationship-line = { $of } is the { $relation } of { $to }
fact-not-known-line = Not known: { $part }
fact-allocation-line = { $worker }, { $team }
fact-sent-line = { $what }, to { $to }
fact-same-person = { $one } and { $other } are the same person
fact-two-people = { $one } and { $other } are two people
fact-approved = Agreed by { $by }
fact-outcome = outcome: { $outcome }
fact-ended-because = ended because: { $because }
fact-own-date = the child’s own date: { $on }
fact-handover = hand-over: { $handover }
fact-priority = priority: { $priority }
fact-parental = has parental responsibility
fact-not-parental = has no parental responsibility
fact-main-carer = main carer
fact-lives-with = same household
fact-person-hint = Type part of a name
fact-person-other = Choose somebody else
fact-person-remove = Remove
fact-person-add = Add them to the file first
fact-person-found =
    { $count ->
        [0] Nobody on file is like that.
        [one] 1 person found.
       *[other] { $count } people found.
    }
facts-before =
    { $count ->
        [one] 1 from before
       *[other] { $count } from before
    }
facts-same_person = Decisions whether two files are of one person
fact-kind-same_person = Same person
fact-kind-document = Document
fact-kind-service = Service
fact-kind-team = Team
fact-kind-time_limit = Time limit

## Other names

facts-other_name = Other names
facts-other_name-none = No other name is recorded.
fact-add-other_name = Add another name
fact-kind-other_name = Other name
fact-other_name-name = Name
fact-other_name-used = Why there is another
fact-other_name-from = First day
fact-other_name-until = Last day

## Numbers and codes

facts-identifier = Numbers and codes
facts-identifier-none = No number is recorded.
fact-add-identifier = Add a number
fact-kind-identifier = Number
fact-identifier-scheme = Whose number
fact-identifier-value = Number
fact-identifier-from = First day
fact-identifier-until = Last day
fact-identifier-value-hint = As it is written. A slip in an NHS or pupil number is noticed, and the number is kept all the same.

## Addresses

facts-address = Addresses
facts-address-none = No address is recorded.
fact-add-address = Add an address
fact-kind-address = Address
fact-address-lines = Address
fact-address-postcode = Postcode
fact-address-used = What it is for
fact-address-from = First day
fact-address-until = Last day
fact-address-do_not_contact = Do not write or call here
fact-address-hidden = Hidden address
fact-address-hidden_from = Hidden from
fact-address-note = Anything to know
fact-address-lines-hint = As on an envelope, without the postcode
fact-address-do_not_contact-why = Contact
fact-address-hidden-why = Safety
fact-address-hidden-hint = Not shown to whoever works with the person from whom it is kept, and in no print
fact-address-hidden_from-hint = The person from whom it is kept, if they are on file
fact-address-note-hint = Which bell, who else is there

## Phones and e-mail

facts-phone_or_email = Phones and e-mail
facts-phone_or_email-none = No phone or e-mail is recorded.
fact-add-phone_or_email = Add a phone or e-mail
fact-kind-phone_or_email = Phone or e-mail
fact-phone_or_email-by = Kind
fact-phone_or_email-value = Number or address
fact-phone_or_email-note = Whose it is, when to call, what not to say
fact-phone_or_email-do_not_contact = Do not call or write here
fact-phone_or_email-from = First day
fact-phone_or_email-until = Last day
fact-phone_or_email-do_not_contact-why = Contact

## Relationships

facts-relationship = Relationships
facts-relationship-none = Nobody is recorded.
fact-add-relationship = Add a person to the family or network
fact-kind-relationship = Relationship
fact-relationship-of = Who
fact-relationship-relation = What they are to this child
fact-relationship-parental_responsibility = Parental responsibility
fact-relationship-main_carer = Main carer
fact-relationship-lives_with = Lives in the same household
fact-relationship-from = First day
fact-relationship-until = Last day
fact-relationship-note = Anything to know
fact-relationship-of-hint = Type part of a name. Add the person first if they are not on file.
fact-relationship-main_carer-why = Care
fact-relationship-lives_with-why = Home

## Not known, and why

facts-not_known = Not known, and why
facts-not_known-none = Nothing is said yet.
fact-add-not_known = Say why somebody is not known
fact-kind-not_known = Not known
fact-not_known-part = Who is not known
fact-not_known-because = Why, or that there is nobody

## Warnings

facts-warning = Warnings
facts-warning-none = No warning is recorded.
fact-add-warning = Add a warning
fact-kind-warning = Warning
fact-warning-warning = Kind of warning
fact-warning-text = What to know, and what to do
fact-warning-risk_from = Who the risk comes from
fact-warning-from = Since
fact-warning-review_by = To be reviewed by
fact-warning-told = Does the person know of it?
fact-warning-told_on = When they were told
fact-warning-told_how = How they were told
fact-warning-told_because = Why they were not told
fact-warning-agreed_with = Manager with whom it was discussed
fact-warning-review_note = What was found at the review
fact-warning-until = Last day
fact-warning-review_by-hint = Within a year, such as 27 3 2027
fact-warning-told_how-hint = In person or in writing

## Allocations

facts-allocation = Allocations
facts-allocation-none = Nobody is allocated.
fact-add-allocation = Add an allocation
fact-kind-allocation = Allocation
fact-allocation-team = Team
fact-allocation-worker = Worker
fact-allocation-email = Work e-mail of the worker
fact-allocation-role = As
fact-allocation-priority = Priority
fact-allocation-from = First day
fact-allocation-reason = Reason
fact-allocation-handover = Hand-over note
fact-allocation-until = Last day
fact-allocation-ended_because = Why it ended

## Episodes

facts-episode = Episodes
facts-episode-none = No episode is recorded. Clocks run from episodes.
fact-add-episode = Add an episode
fact-kind-episode = Episode
fact-episode-episode = Kind of episode
fact-episode-from = Began
fact-episode-category = Category
fact-episode-legal_status = Legal status
fact-episode-placement_type = Kind of placement
fact-episode-provider = Provider
fact-episode-direction = Direction
fact-episode-conference = Which conference
fact-episode-own_date = The child’s own date
fact-episode-until = Ended
fact-episode-outcome = Outcome
fact-episode-end_reason = Why it ended
fact-episode-note = Anything to know
fact-episode-from-hint = When it truly began: clocks run from here. Leave the time empty if it is not known.
fact-episode-own_date-hint = By when it shall be done for this child, inside the limit

## Summaries

facts-summary = Summaries
facts-summary-none = No summary is written yet.
fact-add-summary = Write the summary
fact-kind-summary = Summary
fact-summary-on = True on
fact-summary-who_am_i = Who am I
fact-summary-what_matters = What matters
fact-summary-what_next = What is next
fact-summary-what_matters-hint = To the child and for the child

## Marks

facts-mark = Marks
facts-mark-none = Nothing is marked.
fact-add-mark = Mark this event
fact-kind-mark = Mark
fact-mark-significant = A significant event
fact-mark-headline = One line for the chronology
fact-mark-life_story = Keep for life-story work
fact-mark-significant-why = Chronology
fact-mark-headline-hint = Empty takes the title of the event
fact-mark-life_story-why = Life story

## What somebody does not know

facts-not_told = What somebody does not know
facts-not_told-none = Nothing is marked.
fact-add-not_told = Say who does not know of this
fact-kind-not_told = What somebody does not know
fact-not_told-unaware = Who does not know?
fact-not_told-passage = The passage
fact-not_told-because = Why not
fact-not_told-passage-hint = Copy it letter by letter. Empty means all of it.

## Who was sent what

facts-sent = Who was sent what
facts-sent-none = Nothing is recorded.
fact-add-sent = Record who was sent this
fact-kind-sent = What was sent
fact-sent-what = What was sent
fact-sent-to = To whom
fact-sent-agency = Their agency
fact-sent-how = How
fact-sent-on = When
fact-sent-to-hint = Name, and what they are
fact-sent-how-hint = By hand, post or secure e-mail

## Words of choices

scheme-emergency = Emergency id
scheme-mosaic = Mosaic number
scheme-nhs = NHS number
scheme-upn = Unique pupil number
scheme-former_upn = Former pupil number
scheme-ssda903 = Looked-after children return id
scheme-home_office = Home Office reference
scheme-youth_justice = Youth justice number
scheme-other = Other number
name-use-former = former name
name-use-birth = name given at birth
name-use-alias = another name that people use
name-use-other_spelling = another script or spelling
name-use-as_recorded = as a lost system had it
address-use-home = home
address-use-temporary = staying there for now
address-use-placement = placed there
address-use-school = school
address-use-work = work
address-use-letters = letters only
reach-by-phone = phone
reach-by-email = e-mail
warning-risk_to_worker = Risk to workers
warning-risk_of_adult_to_children = Adult who may be a risk to children
warning-home_environment = Something in the home
warning-do_not_disclose = Address or information not to be disclosed
warning-contact_arrangement = Arrangement about contact
warning-protection_order = Order that protects
warning-extra_familial_harm = Harm outside the family
warning-marac = MARAC case
warning-safeguarding_agreement = Safeguarding agreement
warning-restricted_file = Restricted file
warning-duplicate_file = May have two files
warning-other = Something else to know
role-lead_worker = lead worker
role-second_worker = second worker
role-independent_chair = independent chair
role-supervising_worker = supervising worker
role-personal_adviser = personal adviser
role-lead_professional = lead professional
role-clinician = clinician
role-youth_justice_worker = youth justice worker
role-family_support = family support worker
priority-urgent = Urgent
priority-high = High
priority-medium = Medium
priority-low = Low
episode-contact = Contact
episode-referral = Referral
episode-assessment = Assessment
episode-strategy_discussion = Strategy discussion
episode-section47 = Section 47 enquiry
episode-conference = Child protection conference
episode-child_in_need = Child in need
episode-child_protection = Child protection plan
episode-pre_proceedings = Before proceedings
episode-proceedings = Care proceedings
episode-looked_after = Looked after
episode-legal_status = Legal status
episode-placement = Placement
episode-missing = Missing
episode-care_leaver = Care leaver
episode-early_help = Early help
episode-step = Step up or down
episode-private_fostering = Private fostering
episode-young_carer = Young carer
episode-youth_justice = Youth justice
fact-episode-direction-up = Up to social care
fact-episode-direction-down = Down to early help
fact-episode-conference-initial = Initial
fact-episode-conference-review = Review
told-yes = Yes
told-no = No
unaware-child = The child
unaware-parent = A parent
unaware-both = Neither child nor parents
family-part-mother = The mother
family-part-father = The father
family-part-other_adults = Other adults in the home
family-part-siblings = Brothers and sisters
relation-mother = mother
relation-father = father
relation-parent = parent
relation-child = child
relation-unborn_child = unborn child
relation-expectant_parent = expectant parent
relation-step_parent = step-parent
relation-step_child = step-child
relation-adoptive_parent = adoptive parent
relation-adopted_child = adopted child
relation-foster_carer = foster carer
relation-foster_child = foster child
relation-private_foster_carer = private foster carer
relation-privately_fostered_child = privately fostered child
relation-special_guardian = special guardian
relation-child_of_special_guardian = child under special guardianship
relation-kinship_carer = kinship carer
relation-child_in_kinship_care = child in kinship care
relation-partner_of_parent = partner of a parent
relation-child_of_partner = child of their partner
relation-sibling = brother or sister
relation-half_sibling = half-brother or half-sister
relation-step_sibling = step-brother or step-sister
relation-foster_sibling = foster brother or sister
relation-grandparent = grandparent
relation-grandchild = grandchild
relation-great_grandparent = great-grandparent
relation-great_grandchild = great-grandchild
relation-aunt_or_uncle = aunt or uncle
relation-niece_or_nephew = niece or nephew
relation-cousin = cousin
relation-partner = partner
relation-former_partner = former partner
relation-spouse = husband or wife
relation-friend = friend
relation-neighbour = neighbour
relation-lodger = lodger
relation-lives_with_lodger = person with whom the lodger lives
relation-other_family = other family
relation-perpetrator_of_abuse = perpetrator of abuse
relation-victim_of_abuse = victim of abuse
relation-associate = associate
relation-social_worker = social worker
relation-health_visitor = health visitor
relation-school_nurse = school nurse
relation-gp = GP
relation-midwife = midwife
relation-teacher = teacher
relation-designated_safeguarding_lead = designated safeguarding lead
relation-police_officer = police officer
relation-probation_officer = probation officer
relation-guardian_cafcass = children’s guardian (Cafcass)
relation-advocate = advocate
relation-independent_reviewing_officer = independent reviewing officer
relation-other_professional = other professional
relation-child_known_to = child known to them
limit-own_date = The child’s own date
limit-warning_review = Review of a warning
limit-contact_decision = Decision on a contact
limit-referral_decision = Decision on a referral
limit-assessment_started = Start of the assessment
limit-assessment_complete = Assessment complete
limit-initial_conference = Initial conference
limit-report_before_initial = Report to parents before the initial conference
limit-report_before_review = Report to parents before the review conference
limit-review_conference_first = First review conference
limit-review_conference = Review conference
limit-core_group_first = First core group
limit-core_group = Core group
limit-visit_cp = Child protection visit
limit-visit_cin = Child in need visit
limit-cin_review = Child in need review
limit-checkpoint_9 = Plan looked at after 9 months
limit-checkpoint_12 = Plan looked at after 12 months
limit-checkpoint_15 = Plan looked at after 15 months
limit-visit_placement_first = First visit in the placement
limit-visit_placement = Visit in the placement
limit-visit_with_parents = Weekly visit at the parents’ home
limit-visit_with_parents_later = Visit at the parents’ home
limit-looked_after_review_first = First looked-after review
limit-looked_after_review_second = Second looked-after review
limit-looked_after_review = Looked-after review
limit-health_assessment_first = First health assessment
limit-health_assessment_under_5 = Health assessment
limit-health_assessment = Health assessment
limit-education_plan_first = First personal education plan
limit-education_plan = Personal education plan
limit-pathway_plan_first = First pathway plan
limit-pathway_plan = Pathway plan
limit-care_leaver_contact = Contact with the care leaver
limit-private_fostering_first = First private fostering visit
limit-private_fostering = Private fostering visit
limit-return_interview = Return interview
limit-supervision = Supervision of the case
limit-case_summary = Case summary
limit-early_help_review = Early help review
limit-pre_proceedings = End of work before proceedings
limit-proceedings = End of care proceedings
