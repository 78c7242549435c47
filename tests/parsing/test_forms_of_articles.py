"""Small whole articles in the forms that newspapers have: who speaks, for whom, and in whose table figures stand."""

from __future__ import annotations

from roundtable_site.parsing import read_text


def read(*lines: str):
    article = read_text("\n\n".join(lines))
    places = {district.id: district.name for district in article.districts}
    people = {guest.id: guest for guest in article.guests}
    return article, people, places


def figures(article, people, places):
    return [
        (i.figure, places.get(i.district), people[i.speaker].name if i.speaker else None) for i in article.indicators
    ]


def test_a_panel_in_a_report_without_headings_has_panellists():
    article, people, _ = read(
        "沿河县代表团热议政府工作报告",
        "昨天下午，沿河县代表团举行全体会议，会场气氛热烈。",
        "县人大代表、沿河县白石镇镇长江若松说：“报告说到了群众心坎上，修路的事有了着落。”他表示，镇里要把路一直修到村口。",
        "县人大代表、沿河县第一中学校长温如玉认为，报告把教育放在前面，让人振奋。",
    )
    assert {guest.role for guest in people.values()} == {"panellist"}
    assert [guest.name for guest in article.guests] == ["江若松", "温如玉"]


def test_two_voices_in_plain_news_are_no_panel():
    _, people, _ = read(
        "白石镇新桥通车",
        "白石镇镇长江若松表示，新桥通车以后，赶集的路近了一半。",
        "县交通局局长温如玉说，下一座桥年底开工。",
    )
    assert {guest.role for guest in people.values()} == {"interviewee"}


def test_a_report_read_by_a_governor_is_about_the_province_it_names():
    article, people, places = read(
        "政府工作报告",
        "——2026年1月20日在甘肃省第十四届人民代表大会第四次会议上",
        "省长 江若松",
        "各位代表：",
        "现在，我代表省人民政府向大会报告工作，请予审议。",
        "去年，新增学位3.2万个，改造农村公路4000公里。",
    )
    assert figures(article, people, places) == [
        ("3.2万个", "甘肃省", "江若松"),
        ("4000公里", "甘肃省", "江若松"),
    ]


def test_all_that_a_list_of_goals_names_is_a_target():
    article, _, _ = read(
        "白石县政府工作报告",
        "（2026年1月8日）",
        "县长 江若松",
        "各位代表：",
        "今年的主要预期目标是：地区生产总值增长5%；城镇新增就业2000人以上，粮食总产量保持在9万吨。",
    )
    assert [i.measure for i in article.indicators] == ["target"] * 3


def test_a_title_takes_the_place_that_another_sentence_prints_with_it():
    article, _, _ = read(
        "白石县：抓好一片茶园",
        "县委书记江若松说，这里的茶从前没有牌子。",
        "日前，记者专访了白石县委书记江若松。江若松说，茶园今年扩大到三万亩。",
    )
    assert article.guests[0].titles == ("白石县委书记",)


def test_a_delegate_is_called_so_behind_the_name_and_questions_within_a_clause_are_nobodys():
    article, people, _ = read(
        "代表通道上的声音",
        "当河西省白石新区党工委书记江若松代表走来，大家关心“规划定了吗？”“今年开工吗？”",
        "“规划已经定了。”江若松说，新区今年就能开工。",
    )
    assert [guest.name for guest in article.guests] == ["江若松"]
    assert people[article.guests[0].id].titles[0] == "河西省白石新区党工委书记"
    assert [quote.text for quote in article.quotes if quote.kind == "direct"] == ["规划已经定了。"]


def test_a_surname_with_a_deputys_title_means_the_person_named_before():
    article, people, _ = read(
        "新會館落成",
        "副市長簡士傑昨天出席落成典禮，副市長簡士傑說，會館是大家的客廳。",
        "簡副市長指出，明年還要再蓋一座。",
    )
    assert [people[quote.speaker].name for quote in article.quotes] == ["簡士傑", "簡士傑"]


def test_a_bare_post_speaks_for_the_body_that_the_sentence_is_about():
    article, _, places = read(
        "北湖工商聯合會開會",
        "北湖縣工商聯合會（簡稱「工商聯」），5日舉行會員大會，理事長簡士傑表示，會員今年增加了兩成。",
    )
    assert places[article.guests[0].district] == "北湖縣工商聯合會"


def test_figures_that_a_guest_counts_up_are_the_guests():
    article, people, places = read(
        "北湖縣長談三年",
        "北湖縣長簡士傑說，改建不能停。",
        "簡士傑也細數三年成績，包括新建公園12座、步道30公里。",
    )
    assert figures(article, people, places)[-1] == ("30公里", "北湖縣", "簡士傑")


def test_when_somebody_speaks_is_no_period_of_a_figure():
    article, _, _ = read(
        "稻米節開幕",
        "北湖縣長簡士傑出席致詞時，現場有攤位80個。",
    )
    assert article.indicators[0].period is None


def test_reporters_are_read_from_bylines_of_many_forms():
    for line in ("□江若松 本报记者 温如玉 杜建国", "本报记者 江若松 温如玉 通讯员 杜建国"):
        article, _, _ = read("白石镇新桥通车", line, "新桥昨天通车。")
        assert article.reporters == ("江若松", "温如玉", "杜建国")
    article, _, _ = read("新橋通車", "（中央社記者簡士傑台北10日電）新橋今天通車。")
    assert article.reporters == ("簡士傑",)


def test_a_time_behind_a_name_is_no_part_of_it():
    article, _, places = read("新橋通車", "北湖縣長簡士傑上午出席通車典禮表示，新橋讓大家少繞十公里。")
    assert [guest.name for guest in article.guests] == ["簡士傑"]
    assert places[article.guests[0].district] == "北湖縣"


def test_a_head_of_a_department_speaks_for_it():
    _, people, places = read("開會", "行政院長簡士傑說，明年再開一次會。", "經濟部長游雅惠說，明年會更好。")
    assert [places[guest.district] for guest in people.values()] == ["行政院", "經濟部"]


def test_a_pronoun_may_mean_whom_the_text_only_speaks_with():
    article, people, _ = read(
        "委员的作业",
        "在与省政协委员温如玉的交谈中，她的电话一直在响。当医生三十年，她说：“村里的卫生室最缺的是人。”",
    )
    assert [people[quote.speaker].name for quote in article.quotes] == ["温如玉"]


def test_a_headline_may_hold_a_whole_exclamation():
    headline = "新桥通了！这条路乡亲们盼了二十年"
    article, *_ = read(headline, "昨天，白石镇新桥通车，两岸乡亲敲锣打鼓。")
    assert article.headline == headline


def test_a_byline_may_open_with_the_day():
    article, *_ = read("新橋通車", "2025/12/23 18:36 記者簡士傑／台北報導", "新橋今天通車。")
    assert article.reporters == ("簡士傑",)


def test_a_figure_between_quotation_marks_that_nobody_says_is_doubtful():
    article, *_ = read("白石县的成绩单", "“全县新建学校十二所，改造校舍三万平方米”——这是发布会上的一串数字。")
    assert all("quotation marks" in (each.unsure or "") for each in article.indicators)
    assert article.indicators


def test_three_lines_one_below_the_other_are_one_headline():
    article = read_text(
        "两市代表座谈会昨天举行\n同饮一江水\n共护两岸绿\n\n昨天，两市代表在江边座谈。\n\n大家谈得很热烈。\n"
    )
    assert article.headline == "两市代表座谈会昨天举行 同饮一江水 共护两岸绿"


def test_the_head_of_a_city_that_the_text_names_without_its_ending_speaks_for_it():
    _, people, places = read("座谈会召开", "市长江若松指出，江门要擦亮城市名片。江门的机会来了。")
    assert [places[guest.district] for guest in people.values()] == ["江门"]


def test_a_year_is_no_span_and_what_is_so_today_is_not_bound_to_its_phrase():
    article, *_ = read(
        "工作报告里的数字",
        "省政协去年收到提案800件。全国政协2023年共收到提案3200件，办复率达98%。如今江门的公路突破6000公里。",
    )
    assert [i.period for i in article.indicators] == ["去年", "2023年", "2023年", "如今"]
    assert article.indicators[1].measure == "level"


def test_a_plan_is_dated_by_the_year_it_reaches():
    article, *_ = read("計畫出爐", "行政院長簡士傑表示，政府預計至2028年前投入600億元公共資金。")
    assert article.indicators[0].period == "至2028年前"


def test_a_growth_rate_is_a_rate_and_keeps_its_name_for_the_year():
    article, *_ = read("經濟", "今年第2季經濟成長率達3.5%，全年預估超過4%。")
    assert [(i.name, i.period) for i in article.indicators] == [("經濟成長率", "今年第2季"), ("經濟成長率", "全年")]
    assert article.indicators[0].measure == "rate"


def test_what_somebodys_words_are_called_gives_them_to_that_person():
    article, people, _ = read(
        "山里的老师",
        "校长把山里小学教师温如玉的日记读给大家听。",
        "石桥小学教师温如玉的回答是：“孩子们在哪里，我就在哪里。”",
    )
    assert [(people[q.speaker].name, q.text) for q in article.quotes] == [("温如玉", "孩子们在哪里，我就在哪里。")]


def test_a_caption_may_open_with_the_word_for_picture_and_a_stroke():
    article, *_ = read("新橋通車", "圖／縣長出席新橋通車典禮。（翻攝縣府網站）", "新橋今天通車。")
    assert [item.kind for item in article.layout] == ["headline", "caption"]


def test_a_named_host_asks_and_is_no_guest():
    article, *_ = read(
        "论坛有什么新意",
        "主持人杜建国：今年最大的亮点是什么？",
        "江若松：形式更多了。",
        "主持人杜建国：第一次。",
        "江若松：第一次请了年轻人来讲。",
    )
    assert [guest.name for guest in article.guests] == ["江若松"]
    assert len(article.quotes) == 2


def test_a_name_ends_where_a_common_word_begins():
    article, people, _ = read(
        "山村的打算",
        "“路通了才是起点。”石桥村党支部书记施康计划明年开网店。他说：“我们有信心。”",
        "论坛上，东山大学校长陈方若进行了演讲。他指出，山村的机会来了。",
    )
    assert [guest.name for guest in article.guests] == ["施康", "陈方若"]
    assert [people[quote.speaker].name for quote in article.quotes] == ["施康", "施康", "陈方若"]


def test_a_title_with_words_between_quotation_marks_is_printed_whole():
    article, *_ = read("老人的话", "“日子越过越好。”82岁的“开山劳模”获得者江若松感慨不已。")
    assert [(guest.name, guest.titles, guest.district) for guest in article.guests] == [
        ("江若松", ("“开山劳模”获得者",), None)
    ]


def test_a_feeling_that_is_shown_is_nobodys_words():
    article, *_ = read("研究院成立", "石桥市副市长江若松在致辞中表示热烈祝贺。他表示，研究院要办出特色。")
    assert [quote.text for quote in article.quotes] == ["研究院要办出特色。"]


def test_a_day_between_brackets_and_a_question_put_stand_between_name_and_verb():
    article, people, _ = read(
        "立院質詢",
        "縣府主計長游雅惠昨（13）日表示，今年成長可望超過去年。",
        "縣議員沈文彬質詢指出，外銷訂單屢創佳績。",
    )
    assert [guest.name for guest in article.guests] == ["游雅惠", "沈文彬"]
    assert people[article.guests[0].id].titles == ("縣府主計長",)


def test_a_dateline_in_brackets_is_no_part_of_a_title():
    article, _, places = read("新橋通車", "（記者杜建國／台北報導）北湖縣長簡士傑今（5）日表示，新橋通車了。")
    assert article.guests[0].titles == ("北湖縣長",)
    assert places[article.guests[0].district] == "北湖縣"


def test_whom_somebody_is_asked_by_is_no_part_of_a_title():
    article, *_ = read("茶乡的打算", "本报采访团队对石桥县县委书记江若松进行了访谈，江若松说，茶园还要扩大。")
    assert article.guests[0].titles == ("石桥县县委书记",)


def test_pieces_with_one_voice_each_make_a_panel():
    _, people, _ = read(
        "代表谈产业",
        "江若松：让工厂更强",
        "市人大代表、石桥区区长江若松表示，石桥把工厂放在首位。",
        "区里去年新建厂房二十栋，今年还要再建十栋，订单已经排到年底。",
        "温如玉：让码头更活",
        "“码头活了，满盘皆活。”市人大代表、东山港务公司经理温如玉说。",
        "码头的夜班灯火通明，货车一辆接着一辆驶出闸口，开往各地。",
    )
    assert {guest.role for guest in people.values()} == {"panellist"}


def test_a_person_is_no_district():
    article, _, places = read(
        "總統談經濟",
        "總統簡士傑今（5）日出席論壇開幕式，致詞時指出，今年台灣經濟成長率達5.2%。",
        "簡士傑今年第3次出席，他說，全年出口可望達60億元。",
    )
    assert {places.get(i.district) for i in article.indicators} <= {"台灣", "全国"}
    assert len(article.quotes) == 2


def test_answers_without_a_name_are_the_words_of_the_one_person_whom_the_article_presents():
    article, people, _ = read(
        "茶厂扩建",
        "青禾茶业公司董事长江若松表示，今年要扩建。以下是访谈纪要：",
        "问：为什么是今年？",
        "答：订单多了，去年卖出30吨。",
        "机器也旧了。",
        "问：还缺什么？",
        "答：缺人手。",
    )
    assert [guest.name for guest in article.guests] == ["江若松"]
    assert [q.text for q in article.quotes if q.kind == "direct"] == [
        "订单多了，去年卖出30吨。",
        "机器也旧了。",
        "缺人手。",
    ]
    assert {people[i.speaker].name for i in article.indicators} == {"江若松"}


def test_whoever_acts_for_a_body_does_not_bear_the_title_of_a_deputy():
    article, *_ = read("报告", "县长江若松代表县政府作报告。江若松说：“路修通了。”")
    assert [guest.titles for guest in article.guests] == [("县长",)]


def test_what_a_report_says_goes_on_to_the_end_of_its_paragraph():
    article, *_ = read(
        "县长作报告",
        "“五年来很不平凡。”县长江若松说。",
        "报告指出，全县税收增加到9亿元。粮食产量稳定在3万吨以上。",
    )
    assert [i.speaker for i in article.indicators] == [None, None]


def test_the_subtitle_tells_what_the_article_is_about_too():
    article, people, places = read("稳中提质", "——2025年白禾区经济形势分析", "去年，全区财政收入52亿元。")
    assert figures(article, people, places) == [("52亿元", "白禾区", None)]
    assert article.indicators[0].unsure is None


def test_in_the_minutes_of_an_assembly_a_label_has_the_title_behind_the_surname():
    article, people, _ = read(
        "茶葉外銷怎麼做",
        "主席:請溫委員如玉發言。",
        "溫委員如玉:各位同仁,去年外銷30公噸。",
        "何委員一平:各位同仁,今年要外銷40公噸。",
    )
    assert [(guest.name, guest.titles) for guest in article.guests] == [("溫如玉", ("委員",)), ("何一平", ("委員",))]
    assert [people[i.speaker].name for i in article.indicators] == ["溫如玉", "何一平"]
    assert article.headline == "茶葉外銷怎麼做"


def test_a_label_that_is_set_wide_opens_a_list_of_guests():
    article, *_ = read(
        "老街的将来",
        "嘉 宾：江若松 青禾集团董事长",
        "温如玉 青禾大学教授",
        "主持人：老街缺什么？",
        "江若松：缺人。",
        "温如玉：缺灯。",
    )
    assert [(guest.name, guest.titles) for guest in article.guests] == [
        ("江若松", ("青禾集团董事长",)),
        ("温如玉", ("青禾大学教授",)),
    ]


def test_persons_in_a_list_may_have_the_character_of_their_generation_in_their_names():
    article, *_ = read(
        "县委书记畅谈种茶",
        "昨天，座谈会邀请白禾县委书记江若松、青禾县委书记何在平、东禾县委书记温如玉谈茶。",
        "何在平认为，茶要种在山上。",
        "温如玉认为，茶要卖到山外。",
    )
    assert [(guest.name, guest.titles) for guest in article.guests] == [
        ("何在平", ("青禾县委书记",)),
        ("温如玉", ("东禾县委书记",)),
    ]
    assert {guest.role for guest in article.guests} == {"panellist"}


def test_somebody_called_by_a_nickname_is_who_spoke_before():
    article, people, _ = read(
        "茶厂换代",
        "青禾茶业公司总裁温如玉表示，机器要换。",
        "这位“茶二代”认为换机器也是机遇：“新机器省电，也省人。”",
    )
    assert [people[q.speaker].name for q in article.quotes if q.kind == "direct"] == ["温如玉"]


def test_a_county_of_one_character_keeps_one_ending():
    article, *_ = read("禾县种茶", "禾县县委书记江若松说：“茶要种在山上。”")
    assert [district.name for district in article.districts] == ["禾县"]


def test_a_label_has_titles_before_the_name_and_behind_it():
    article, *_ = read(
        "议会答问",
        "温如玉议员：桥什么时候修？",
        "县议会主席何一平议员：请县长回答。",
        "县长：今年修。",
        "温如玉议员：路呢？",
        "县长：明年修。",
        "县议会主席何一平议员：散会。",
    )
    assert ("何一平", ("县议会主席", "议员")) in [(guest.name, guest.titles) for guest in article.guests]


def test_who_is_interviewed_by_several_media_is_the_speaker():
    article, people, _ = read(
        "茶业前景", "青禾茶业协会会长江若松在接受包括《清江日报》在内的媒体采访时表示，茶价会稳。“不用担心。”"
    )
    assert [people[q.speaker].name for q in article.quotes] == ["江若松", "江若松"]


def test_growers_speak_for_their_village():
    article, _, places = read(
        "稻子熟了",
        "“一亩收700斤。”石桥村水稻种植户温如玉说。",
        "“我来收50吨。”常年收购稻子的湖南客商江若松说。",
    )
    assert [(g.name, g.titles, places.get(g.district)) for g in article.guests] == [
        ("温如玉", ("石桥村水稻种植户",), "石桥村"),
        ("江若松", ("湖南客商",), "湖南"),
    ]


def test_a_mark_ends_a_name_whatever_its_last_character():
    article, *_ = read("稻子熟了", "今天我去田里时，碰上了正在插秧的村民温如前，他开心地同我拉家常，“去年赚了3万元。”")
    assert [guest.name for guest in article.guests] == ["温如前"]
