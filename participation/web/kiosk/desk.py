"""How staff make a browser the tablet of a service, and an ordinary browser again."""

from collections.abc import Sequence

from flask import flash, redirect, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _
from flask_login import logout_user
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.kiosks import operations, queries
from participation.kiosks.models import Device
from participation.people.models import Service
from participation.web import devices
from participation.web.access import open_to, staff, within_reach
from participation.web.database import session
from participation.web.forms.base import attempt
from participation.web.journaling import noted
from participation.web.kiosk.blueprint import kiosk
from participation.web.kiosk.forms import ActForm, StartForm
from participation.web.kiosk.pages import DevicePage
from participation.web.render import render

WHO = ("reception", "volunteer", "worker", "manager", "administrator")


@kiosk.get("/<language>/desk/kiosk")
@open_to(*WHO)
def show_device() -> ResponseReturnValue:
    """What this browser is, and which tablets are running."""
    return render(page(StartForm(services())))


@kiosk.post("/<language>/desk/kiosk")
@open_to(*WHO)
def start() -> ResponseReturnValue:
    """Make this browser the tablet of a service, and sign the person out of it."""
    form, tokens = StartForm(services()), list[str]()
    if not attempt(form, lambda written: tokens.append(started(written, form))):
        return render(page(form)), 422
    logout_user()
    cookie.clear()
    answer = redirect(url_for(".show_languages"), 303)
    devices.remember(answer, tokens[0])
    return answer


@kiosk.post("/<language>/desk/kiosk/<int:device_id>/stop")
@open_to(*WHO)
def stop(device_id: int) -> ResponseReturnValue:
    """Stop a tablet; when it is this browser, its cookie goes too."""
    form, mine = ActForm(), devices.current_device()
    device = within_reach(session(), Device, device_id)
    if attempt(form, lambda written: stopped(written, device)):
        flash(_("The tablet is stopped."))
    answer = redirect(url_for(".show_device"), 303)
    if mine is not None and mine.id == device_id:
        devices.forget(answer)
    return answer


def started(written: Session, form: StartForm) -> str:
    """The token of the new tablet."""
    service = within_reach(written, Service, form.service.data)
    device, token = operations.start_kiosk(
        written, service, name=form.name.data or "", on=clock.today()
    )
    noted(written, "kiosk started", f"{device.name}, {service.name}")
    return token


def stopped(written: Session, device: Device) -> None:
    """Stop one tablet."""
    operations.stop_kiosk(written, written.merge(device), at=clock.now())
    noted(written, "kiosk stopped", device.name)


def services() -> Sequence[Service]:
    """The services where the person who asks may put a tablet."""
    asking = staff()
    wanted = select(Service).where(Service.structure_id == asking.structure_id)
    if asking.services is not None:
        wanted = wanted.where(Service.id.in_(asking.services))
    return session().scalars(wanted.order_by(Service.name, Service.id)).all()


def page(form: StartForm) -> DevicePage:
    """The page, with a form that may hold problems."""
    asking = staff()
    running = queries.running(session(), asking.structure_id, asking.services)
    since = [(one, format_date(one.started_on, "long")) for one in running]
    return DevicePage(form, ActForm(), devices.current_device(), since)
