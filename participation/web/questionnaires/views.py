"""Every view of questionnaires: importing this module puts them on the blueprint."""

from participation.web.questionnaires import loop, resident, sentences
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.desk import show_openings, show_results
from participation.web.questionnaires.forms import register_memory

questionnaires.record_once(lambda state: register_memory(state.app))

__all__ = ["loop", "questionnaires", "resident", "sentences", "show_openings", "show_results"]
