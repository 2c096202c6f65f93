"""The features of the web, in one list: the only module that knows them all."""

from flask import Blueprint

from participation.web.people.views import people

FEATURES: tuple[Blueprint, ...] = (people,)
