"""How the journal names each act; features may write others, which are shown by their code."""

from flask_babel import lazy_gettext as _

ACTS = {
    "set_up": _("Set up the installation"),
    "structure_created": _("Created the structure"),
    "account_created": _("Created an account"),
    "account_closed": _("Closed an account"),
    "account_opened": _("Opened an account again"),
    "role_given": _("Gave a role"),
    "role_taken": _("Took a role away"),
    "code_given": _("Gave a one-time code"),
    "structure_changed": _("Changed the structure"),
    "phones_address_chosen": _("Chose the address for telephones"),
    "phones_address_cleared": _("Gave up the address for telephones"),
    "service_created": _("Created a service"),
    "campaign_created": _("Prepared a campaign"),
    "campaign_changed": _("Changed a campaign"),
    "campaign_closed": _("Closed a campaign"),
    "voices_erased": _("Erased the voices of a campaign"),
    "questionnaire_brought": _("Brought a questionnaire from a file"),
    "rows_exported": _("Exported responses one by one"),
    "questionnaire_begun": _("Began a questionnaire"),
    "questionnaire_published": _("Published a questionnaire"),
    "questionnaire_model_kept": _("Kept a questionnaire as a model"),
    "questionnaire_model_dropped": _("Took a questionnaire out of the models"),
    "questionnaire_thrown_away": _("Deleted a questionnaire that was never published"),
}
