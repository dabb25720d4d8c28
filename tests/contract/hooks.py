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

API = os.environ["CONTRACT_URL"]
PASSWORD = "Portal-demo-1"
DEMO = {"email": "demo@example.com", "password": PASSWORD, "project_id": "demo-main"}
IMAGES = 4
LISTED_KEY = re.compile("[0-9a-f]{16}")
SECONDS_TO_ANSWER = 10

Body = dict[str, Any]


class Onlooker:
    """Somebody who looks at the servers beside the test, and signs in again when the test has ended every token."""

    token = ""

    def sign_in(self) -> str:
        """A fresh token of the demo's user."""
        answer = requests.post(f"{API}/auth/tokens", json=DEMO, timeout=SECONDS_TO_ANSWER)
        answer.raise_for_status()
        return str(answer.json()["token"])

    def servers(self) -> list[dict[str, Any]]:
        """Every server of the demo's project."""
        answer = self.ask_for_servers()
        if answer.status_code == 401:
            self.token = self.sign_in()
            answer = self.ask_for_servers()
        answer.raise_for_status()
        return list(answer.json()["results"])

    def ask_for_servers(self) -> requests.Response:
        """The list, as the service answers."""
        headers = {"Authorization": f"Token {self.token}"}
        return requests.get(f"{API}/server/?page_size=100", headers=headers, timeout=SECONDS_TO_ANSWER)


onlooker = Onlooker()


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
        body["token_key"] = onlooker.sign_in()


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
    servers = onlooker.servers()
    if not is_chosen(invented) or invented in [server["instance_id"] for server in servers]:
        return
    status = "SHUTOFF" if operation_id(case) == "startServer" else "ACTIVE"
    fitting = [server["instance_id"] for server in servers if server["status"] == status]
    if fitting:
        case.path_parameters["instance_id"] = fitting[len(invented) % len(fitting)]


def drop_filters(case: schemathesis.Case) -> None:
    """Asks for the first page of everything most of the time, so that there are servers to go on with."""
    if is_chosen(repr(case.query)):
        case.query.clear()


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Completes what is right in a request."""
    if case.meta is None:
        return
    if "instance_id" in (case.path_parameters or {}) and not case.meta.is_negative_at(ParameterLocation.PATH):
        name_a_server(case)
    if not case.meta.generation.mode.is_positive:
        return
    name = operation_id(case)
    if name in COMPLETIONS and isinstance(case.body, dict):
        COMPLETIONS[name](case.body)
    if name == "listServers":
        drop_filters(case)


@schemathesis.hook
def after_call(context: schemathesis.HookContext, case: schemathesis.Case, response: schemathesis.Response) -> None:
    """Gives the user the old password back, which also proves that the new one is in force."""
    if operation_id(case) != "changeUserPassword" or response.status_code != 200:
        return
    back = {"old_password": case.body["new_password"], "new_password": PASSWORD, "re_password": PASSWORD}
    headers = {"Authorization": response.request.headers["Authorization"]}
    answer = requests.post(response.request.url, json=back, headers=headers, timeout=SECONDS_TO_ANSWER)
    answer.raise_for_status()
