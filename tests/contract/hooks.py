"""What a generated request cannot know: the right password, the numbers of the images, and that two fields must be the same.

Only requests that fit the document are completed; those that are wrong on purpose are sent as they are.
"""

import os
import re
from collections.abc import Callable
from typing import Any

import requests
import schemathesis

PASSWORD = "Portal-demo-1"
IMAGES = 4
LISTED_KEY = re.compile("[0-9a-f]{16}")
SIGN_IN = f"{os.environ['CONTRACT_URL']}/auth/tokens"

Body = dict[str, Any]


def complete_sign_in(body: Body) -> None:
    """Signs in as a user who exists: one with several projects when a project is named, else one with one."""
    body["password"] = PASSWORD
    body["email"] = "single@example.com"
    if "project_id" in body:
        body["email"] = "demo@example.com"
        body["project_id"] = "demo-main"


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
    if LISTED_KEY.fullmatch(body["token_key"]):
        return
    demo = {"email": "demo@example.com", "password": PASSWORD, "project_id": "demo-main"}
    answer = requests.post(SIGN_IN, json=demo, timeout=10)
    answer.raise_for_status()
    body["token_key"] = answer.json()["token"]


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


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Completes a request that fits the document."""
    fits_the_document = case.meta is None or case.meta.generation.mode.is_positive
    complete = COMPLETIONS.get(operation_id(case))
    if fits_the_document and complete is not None and isinstance(case.body, dict):
        complete(case.body)


@schemathesis.hook
def after_call(context: schemathesis.HookContext, case: schemathesis.Case, response: schemathesis.Response) -> None:
    """Gives the user the old password back, which also proves that the new one is in force."""
    if operation_id(case) != "changeUserPassword" or response.status_code != 200:
        return
    back = {"old_password": case.body["new_password"], "new_password": PASSWORD, "re_password": PASSWORD}
    headers = {"Authorization": response.request.headers["Authorization"]}
    requests.post(response.request.url, json=back, headers=headers, timeout=10).raise_for_status()
