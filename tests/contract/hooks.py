"""What a generated request cannot know: the right password, which servers there are, and that two fields must be the same.

What is wrong on purpose stays wrong; only the rest of a request is completed, so that it reaches the code that it is to test.
"""

import os
import re
import zlib
from collections.abc import Callable
from typing import Any

import requests
import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase

API = os.environ["CONTRACT_URL"]
PASSWORD = "Portal-demo-1"
DEMO = {"email": "demo@example.com", "password": PASSWORD, "project_id": "demo-main"}
# What users.yaml calls the user of DEMO.
DEMO_USER = "demo"
ENDS_TOKENS = ("deleteToken", "revokeToken", "revokeAllTokens")
LISTS = ("listServers", "listTokens")
IMAGES = 4
LISTED_KEY = re.compile("[0-9a-f]{16}")
SECONDS_TO_ANSWER = 10

Body = dict[str, Any]


class Session:
    """The one token that all calls of the demo's user are made with, and that is made anew when a call has ended it."""

    _token = ""

    def sign_in(self) -> str:
        """A fresh token of the demo's user."""
        answer = requests.post(f"{API}/auth/tokens", json=DEMO, timeout=SECONDS_TO_ANSWER)
        answer.raise_for_status()
        return str(answer.json()["token"])

    def header(self) -> str:
        """What the header says while the token lives."""
        self._token = self._token or self.sign_in()
        return f"Token {self._token}"

    def end(self) -> None:
        """Notes that the token may have been ended."""
        self._token = ""

    def servers(self) -> list[dict[str, Any]]:
        """Every server of the demo's project."""
        headers = {"Authorization": self.header()}
        answer = requests.get(f"{API}/server/?page_size=100", headers=headers, timeout=SECONDS_TO_ANSWER)
        answer.raise_for_status()
        return list(answer.json()["results"])


session = Session()


def complete_sign_in(body: Body) -> None:
    """Signs in as a user who exists: one with several projects when a project is named, else one with one."""
    body.update(DEMO if "project_id" in body else {"email": "single@example.com", "password": PASSWORD})


def repeat_server_password(body: Body) -> None:
    """Types the same password twice."""
    body["re_password"] = body["password"]


def repeat_user_password(body: Body) -> None:
    """Types the same new password twice, and the right old one."""
    body["old_password"] = PASSWORD
    body["re_password"] = body["new_password"]


def choose_image(body: Body) -> None:
    """Asks for an image that there is."""
    body["os_image"] = 1 + body["os_image"] % IMAGES


def name_a_token(body: Body) -> None:
    """Names a fresh token of the user, unless the key comes from the list of tokens."""
    if not LISTED_KEY.fullmatch(body["token_key"]):
        body["token_key"] = session.sign_in()


COMPLETIONS: dict[str, Callable[[Body], None]] = {
    "createToken": complete_sign_in,
    "changeServerPassword": repeat_server_password,
    "changeUserPassword": repeat_user_password,
    "rebuildServer": choose_image,
    "revokeToken": name_a_token,
}


def operation_id(case: schemathesis.Case) -> str:
    """The operationId of the call that the case makes."""
    return str(case.operation.definition.raw.get("operationId"))


def is_chosen(text: str) -> bool:
    """Three of four texts, always the same ones: the others keep what was generated, for that must be answered too."""
    return zlib.crc32(text.encode("utf-8", "replace")) % 4 != 0


def name_a_server(case: schemathesis.Case) -> None:
    """Puts a server that there is, and that fits the call, in place of most invented ones."""
    invented = str(case.path_parameters["instance_id"])
    servers = session.servers()
    if not is_chosen(invented) or invented in [server["instance_id"] for server in servers]:
        return
    status = "SHUTOFF" if operation_id(case) == "startServer" else "ACTIVE"
    fitting = [server["instance_id"] for server in servers if server["status"] == status]
    if fitting:
        case.path_parameters["instance_id"] = fitting[len(invented) % len(fitting)]


def ask_for_everything(case: schemathesis.Case) -> None:
    """Asks for the first page of a list that the next step goes on from, so that there is something on it."""
    case.query.clear()


def sign_in(case: schemathesis.Case) -> None:
    """Signs a request that is to be signed rightly with a token that lives: the one before may have ended it."""
    if case.auth_identity == DEMO_USER and "Authorization" in case.headers:
        case.headers["Authorization"] = session.header()


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Completes what is right in a request."""
    sign_in(case)
    if case.meta is None:
        return
    if "instance_id" in (case.path_parameters or {}) and not case.meta.is_negative_at(ParameterLocation.PATH):
        name_a_server(case)
    if not case.meta.generation.mode.is_positive:
        return
    name = operation_id(case)
    if name in COMPLETIONS and isinstance(case.body, dict):
        COMPLETIONS[name](case.body)
    if name in LISTS and case.meta.phase.name is TestPhase.STATEFUL:
        ask_for_everything(case)


def take_back_password(case: schemathesis.Case, response: schemathesis.Response) -> None:
    """Gives the user the old password back, which also proves that the new one is in force."""
    back = {"old_password": case.body["new_password"], "new_password": PASSWORD, "re_password": PASSWORD}
    headers = {"Authorization": response.request.headers["Authorization"]}
    answer = requests.post(response.request.url, json=back, headers=headers, timeout=SECONDS_TO_ANSWER)
    answer.raise_for_status()


@schemathesis.hook
def after_call(context: schemathesis.HookContext, case: schemathesis.Case, response: schemathesis.Response) -> None:
    """Sees to it that the next call finds its user as this one did."""
    if not 200 <= response.status_code < 300:
        return
    name = operation_id(case)
    if name == "changeUserPassword":
        take_back_password(case, response)
    if name in ENDS_TOKENS:
        session.end()
