"""A small content file of our own words, for tests of its reader."""

SMALL = """\
format: 1

source:
  file: seeds/small.txt
  sha256: 0f
  encoding: utf-8
  publication: null
  date: null
  page: null
  url: null
  rights: null

article:
  slug: small
  headline: 一次小小的圆桌
  subtitle: null
  column: null
  reporters: [李文]
  photographers: []
  standfirst: []

layout:
  - {lines: [1, 1], as: headline, text: 一次小小的圆桌}

districts:
  - {id: mingshan, name: 明山区, kind: district}

guests:
  - id: wang-mei
    name: 王梅
    titles: [明山区区长]
    district: mingshan
    role: panellist
    reporters: []

captions: []

sections:
  - id: s1
    heading: null
    speaker: wang-mei
    paragraphs:
      - {id: s1p1, lines: [3, 3], text: 王梅说，“茶园今年增加3成。”去年茶园产值12倍于前年，今年又增2倍，明年再增2倍。}

quotes:
  - id: s1q1
    speaker: wang-mei
    paragraph: s1p1
    kind: direct
    cue: 说
    text: 茶园今年增加3成。

indicators:
  - id: s1i1
    district: mingshan
    speaker: wang-mei
    paragraph: s1p1
    name: 茶园产值
    figure: 2倍
    value: 2
    value_to: null
    unit: 倍
    measure: change
    from: null
    qualifier: null
    period: 明年
    text: 增2倍
    nth: 2

keywords:
  article: [{word: 茶园, weight: 0.5}]
  speakers:
    wang-mei: [{word: 茶园, weight: 0.5}]

unplaced: []
"""
