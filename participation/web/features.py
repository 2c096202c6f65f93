"""The features of the web, in one list: the only module that knows them all."""

from flask import Blueprint

from participation.web.campaigns.views import campaigns
from participation.web.commitments.views import commitments
from participation.web.editor.views import editor
from participation.web.ideas.views import ideas
from participation.web.kiosk.views import kiosk
from participation.web.media.views import media
from participation.web.people.views import people
from participation.web.questionnaires.views import questionnaires
from participation.web.reach.views import reach
from participation.web.reports.views import reports
from participation.web.results.views import results
from participation.web.source import source
from participation.web.workshops.views import workshops

FEATURES: tuple[Blueprint, ...] = (
    commitments,
    ideas,
    people,
    campaigns,
    kiosk,
    media,
    questionnaires,
    editor,
    workshops,
    reach,
    reports,
    results,
    source,
)
