"""A declined name gives back the form that stands in a gazetteer."""

from __future__ import annotations

import pytest

from claimmap.geocode.endings import base_forms


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Москве", "Москва"),
        ("Москвой", "Москва"),
        ("Курска", "Курск"),
        ("России", "Россия"),
        ("Казанью", "Казань"),
        ("Ярославля", "Ярославль"),
        ("Курской", "Курская"),
        ("Курскую область", "Курская область"),
        ("Нижнем Новгороде", "Нижний Новгород"),
        ("Великого Новгорода", "Великий Новгород"),
        ("Черновцах", "Черновцы"),
        ("Харкові", "Харків"),
        ("Києва", "Київ"),
        ("Україною", "Україна"),
        ("Ελλάδας", "Ελλάδα"),
    ],
)
def test_the_dictionary_form_is_among_those_of_a_declined_name(name, base):
    assert base in list(base_forms(name))


@pytest.mark.parametrize("name", ["Leeds", "Łódź", "平壤", "평양", "", "Уфе"[:2]])
def test_other_names_have_none(name):
    assert not list(base_forms(name))


@pytest.mark.parametrize(("name", "id_"), [("Москве", 524901), ("Києва", 703448)])
def test_the_gazetteer_finds_a_declined_name(gazetteer, name, id_):
    assert gazetteer.places(name)[0].id == id_
