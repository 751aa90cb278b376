"""The facts of the pages as JSON. The names here are stable: programs of others read them."""

from __future__ import annotations

from typing import Any, TypeAlias

from dragoman.bitext.model import Sentence
from dragoman.interface import Interface
from dragoman.record.canonical import plain
from dragoman.record.events import Event
from dragoman.web.lines import Marks
from dragoman.workspace.model import About, Document, Job, Parallel, ParallelRow, Source, Version
from dragoman.workspace.peoplemodel import Invitation, Person

Facts: TypeAlias = dict[str, Any]


def of_about(about: About) -> Facts:
    """What is known of a document; `invented` says that it was written for a demonstration."""
    return {
        "title": about.title,
        "kind": about.kind,
        "body": about.body,
        "parties": list(about.parties),
        "date": about.date,
        "place": about.place,
        "source": about.source,
        "licence": about.licence,
        "invented": about.invented,
    }


def of_document(document: Document, words: Interface) -> Facts:
    """A document with its versions; a problem is said in the language of the address."""
    return {
        "id": document.id,
        **of_about(document.about),
        "added": document.added,
        "state": document.state,
        "problem": document.problem.message(words.gettext) if document.problem else "",
        "versions": [of_version(version) for version in document.versions],
    }


def of_version(version: Version) -> Facts:
    """A language version and those that it took the place of."""
    return {
        "language": version.language,
        "original": version.original,
        "name": version.name,
        "form": version.form,
        "media_type": version.media_type,
        "size": version.size,
        "added": version.added,
        "title": version.title,
        "method": version.method,
        "encoding": version.encoding,
        "characters": version.characters,
        "sentences": version.sentences,
        "notes": list(version.notes),
        "earlier": [of_version(earlier) for earlier in version.earlier],
    }


def of_parallel(parallel: Parallel, words: Interface, marks: Marks | None = None) -> Facts:
    """A page of the parallel reader, with the terms that are marked in it."""
    return {
        "document": of_document(parallel.document, words),
        "languages": list(parallel.languages),
        "page": parallel.page,
        "pages": parallel.pages,
        "total": parallel.total,
        "methods": list(parallel.methods),
        "notes": list(parallel.notes),
        "contents": [
            {
                "anchor": place.anchor,
                "page": place.page,
                "label": place.label,
                "headings": dict(place.headings),
            }
            for place in parallel.contents
        ],
        "rows": [of_row(row, marks) for row in parallel.rows],
    }


def of_row(row: ParallelRow, marks: Marks | None = None) -> Facts:
    """A row; offsets of sentences count characters of the version's text, those of terms of a sentence."""
    sentences = [(cell.language, one) for cell in row.cells for one in cell.sentences]
    return {
        "anchor": row.anchor,
        "number": row.number,
        "probability": row.probability,
        "moved": row.moved,
        "corrected": list(row.corrected),
        "kind": row.kind,
        "level": row.level,
        "label": row.label,
        "cells": {cell.language: [of_sentence(one) for one in cell.sentences] for cell in row.cells},
        "terms": [mark for code, one in sentences for mark in _marks(marks, code, one)],
    }


def _marks(marks: Marks | None, code: str, sentence: Sentence) -> list[Facts]:
    """The terms of a sentence, each with where its sentence begins."""
    found = marks.get(code, {}).get(sentence.start, ()) if marks else ()
    return [
        {
            "start": mark.start,
            "end": mark.end,
            "language": mark.language,
            "key": mark.key,
            "form": mark.form,
            "kind": mark.kind,
            "first": mark.first,
            "sentence": sentence.start,
        }
        for mark in found
    ]


def of_sentence(sentence: Sentence) -> Facts:
    """A sentence and its place."""
    return {"text": sentence.text, "start": sentence.start, "end": sentence.end}


def of_source(source: Source) -> Facts:
    """An original."""
    return {
        "original": source.original,
        "name": source.name,
        "size": source.size,
        "media_type": source.media_type,
        "document": source.document,
        "title": source.title,
        "language": source.language,
        "source": source.source,
        "licence": source.licence,
        "invented": source.invented,
        "added": source.added,
        "current": source.current,
    }


def of_job(job: Job, words: Interface) -> Facts:
    """Work in the background."""
    return {
        "id": job.id,
        "kind": job.kind,
        "document": job.document,
        "state": job.state,
        "done": job.done,
        "total": job.total,
        "step": job.step,
        "problem": job.problem.message(words.gettext) if job.problem else "",
        "created": job.created,
        "changed": job.changed,
    }


def of_event(event: Event) -> Facts:
    """An event of the record."""
    return {
        "hash": event.hash,
        "party": event.party,
        "author": event.author,
        "sequence": event.sequence,
        "time": event.time,
        "kind": event.kind,
        "body": plain(event.body),
    }


def of_person(person: Person) -> Facts:
    """Somebody with an account; `waiting` says that he has no password yet."""
    return {
        "name": person.name,
        "shown": person.shown,
        "administrator": person.administrator,
        "disabled": person.disabled,
        "waiting": person.waiting,
        "created": person.created,
        "roles": dict(person.roles),
    }


def of_invitation(invitation: Invitation) -> Facts:
    """An invitation, without its link."""
    return {
        "name": invitation.name,
        "party": invitation.party,
        "role": invitation.role,
        "inviter": invitation.inviter,
        "created": invitation.created,
        "expires": invitation.expires,
        "state": invitation.state,
    }
