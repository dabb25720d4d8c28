"""Holds every example of openapi.yaml against its own schema, every answer against what all of them tell, and the document
against OpenAPI 3.1."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

DOCUMENT = Path(__file__).with_name("openapi.yaml")
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Example(NamedTuple):
    """One example, the pointer to the schema that it must fit, and where a reader finds it."""

    place: str
    schema: str
    value: Any


def pointer(*steps: str) -> str:
    """The JSON pointer through the given keys, as a reference inside the document."""
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)


def examples_of(content: dict[str, Any], place: tuple[str, ...]) -> Iterator[Example]:
    """The examples of a `content` object that stands at `place`."""
    for media_type, media in content.items():
        for name, example in media.get("examples", {}).items():
            where = (*place, "content", media_type)
            yield Example(pointer(*where, "examples", name), pointer(*where, "schema"), example["value"])


def bodies(document: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every request body and answer that is written out in the document, with its place."""
    for path, methods in document["paths"].items():
        for method in METHODS:
            operation = methods.get(method, {})
            if "requestBody" in operation:
                yield ("paths", path, method, "requestBody"), operation["requestBody"]
            for status, answer in operation.get("responses", {}).items():
                yield ("paths", path, method, "responses", status), answer
    for name, answer in document["components"]["responses"].items():
        yield ("components", "responses", name), answer


def all_examples(document: dict[str, Any]) -> Iterator[Example]:
    """Every example of the document."""
    for place, body in bodies(document):
        yield from examples_of(body.get("content", {}), place)


def misfits(document: dict[str, Any], examples: list[Example]) -> Iterator[str]:
    """A sentence for every example that does not fit its schema."""
    uri = "urn:contract"
    registry = Registry().with_resource(uri, Resource(contents=document, specification=DRAFT202012))
    for example in examples:
        validator = Draft202012Validator(
            {"$ref": f"{uri}#{example.schema}"},
            registry=registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        for error in validator.iter_errors(example.value):
            yield f"{example.place}: {error.message}"


def unnamed(document: dict[str, Any]) -> Iterator[str]:
    """A sentence for every answer that does not tell what the service calls the exchange."""
    for place, body in bodies(document):
        if place[-1] != "requestBody" and not body.keys() & {"$ref"} and "X-Request-Id" not in body.get("headers", {}):
            yield f"{pointer(*place)}: no X-Request-Id among the headers"


def main() -> int:
    """Checks the document and prints what does not fit; 0 when everything does."""
    document = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    validate(document)
    examples = list(all_examples(document))
    findings = [*misfits(document, examples), *unnamed(document)]
    for finding in findings:
        print(finding, file=sys.stderr)
    print(f"contract: {len(examples)} examples, {len(findings)} findings")
    return 1 if findings or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
