// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The words of the standard screen. Names that are common in Scotland; a council adds its own.

extension TextScreen {
    private static func list(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// First names that mean nothing else.
    static let forenames = list(
        """
        aaron abbie abby abdul abdullah abigail adam adeel adrian agnes ahmed aidan aiden aileen ailsa aimee
        aisha alan alana alasdair alastair albert alec aleksander alexander alexandra alfie alice alicia alison
        alistair amanda amelia amelie amina amir amy ana andrea andrew angela anita ann anna annabel anne annie
        anthony antonia antonio archie ariana arianna arthur arya asha ashleigh ava ayaan ayesha barbara barry
        beatrice becca becky belinda ben benjamin bernadette beth bethany betty beverley bonnie bradley brandon
        brendan brian bridget brodie brooke bruce bryan caitlin caleb callan callum calum cara carl carla carly
        caroline carolyn catherine cathy catriona cerys charlene charles charlie charlotte cheryl chloe chris
        christina christine christopher ciara claire clara clare cody colette colin colm connor conor constance
        cora corey cormac courtney daisy damian daniel danielle danny darcy darren darryl daryl david dawid
        deborah debbie declan denise dennis derek dermot diana diane dillon dominic dominik donald donna doreen
        doris dorothy douglas duncan dylan eamon edith edward eileen eilidh elaine eleanor elena eli elias elijah
        elise elizabeth ella ellen ellie elliot elliott elodie elsie emilia emily emma emmanuel eric erin esme
        esther ethan euan eva evan evelyn evie ewan ewen fatima felicity fergus finlay finley finn fiona fionn
        frances francesca francis frankie freddie frederick freya gabriel gabriella gail gareth gary gavin gemma
        genevieve geoffrey george georgina gerald geraldine gerard gillian gracie graeme graham greg gregor
        gregory gwen hamish hamza hanna hannah harriet harry harvey hassan hayden hayley helen henry hollie
        howard hugh hugo ian ibrahim imogen imran ines ingrid irene isaac isabel isabella isabelle isla ismail
        isobel ivan jack jackson jacob jacqueline jakub james jamie jan jane janet janice jasmine jason jayden
        jean jeff jennifer jenny jeremy jessica jessie jill joan joanna joanne joe joel john johnny jon jonathan
        josef joseph josephine josh joshua joyce judith julia julian julie juliet justin kacper karen karl
        karolina kate katherine kathleen kathryn katie katrina kayla kayleigh keira keith kelly kelsey kenneth
        kenny kenzie kerry kevin khadija kieran kirsten kirsty kristen kyle kyra lachlan lara laura lauren
        leah leanne lena leo leon leona leonard lesley leslie lexi liam libby lilian lillian linda lindsay
        lisa lloyd lois lola lorna lorraine louis louisa louise lucas lucia lucy luis luke lynn lynne lynsey
        mackenzie madeleine madison maeve magdalena maggie mairi maisie malcolm margaret maria marie marion
        marjorie martha martin martyn mary mateusz matilda mathew matthew maureen maya megan melanie melissa
        mhairi mia michael michaela michal michelle mikolaj mila millie miriam mohamed mohammad mohammed moira
        molly mona morag morgan morven muhammad muriel mustafa myla nadia nancy naomi natalia natalie natasha
        nathan neil niall niamh nicholas nicola nicole nikola noah norma oliver olivia olga omar orla oskar owen
        pamela patricia patrick paul paula pauline peter philip phillip phoebe phyllis piotr priya quinn rachael
        rachel ralph raymond rebecca reece reuben rhona rhys richard riley robbie robert roberta roderick
        rodney roger ronald ronan rory rosa rosalind rosie roxanne ruaridh rupert russell ruth ryan sadie saima
        salma sally sam samantha samina samuel sandra sara sarah sean sebastian seonaid seumas shannon sharon
        shaun shauna sheila shirley shona siobhan simon sofia sonia sophia sophie stacey stefan stella stephanie
        stephen steven struan susan susanna susie suzanne sylvia szymon tamara tara teresa terence theo theresa
        thomas tiffany tilly timothy tina toby tom tommy tony tracey tracy trevor tristan tyler valerie vanessa
        veronica vicky victor vincent vivienne walter wayne wendy wilfred william xander yasmin yusuf yvonne zac
        zachary zahra zain zainab zak zara zoe zofia zuzanna
        """
    )

    /// First names that are also words, places or other names: held with a name of a family beside them.
    static let ambiguousForenames = list(
        """
        alba ali amber angel april arran ashley aurora autumn basil bill blair blake blossom bob brook cameron
        carol carter chase chelsea cherry christian cole craig crystal dale dawn dean don drew earl eden elder
        ellis eve faith faye fern flora florence flynn forrest frank fraser gene georgia ginger glen glenn gordon
        grace grant guy hamilton harper harris harrison hazel heather holly honor hope hunter iona iris ivy jade
        jay jo jordan joy june kai kay ken kim kit lewis lily logan lyle marcus mark mason max may mercy miles
        murray myles nick nina noel oscar paige paisley parker pat pearl penny phil poppy ray reed river rob
        robin rocky rose rosemary ross rowan roy ruby sandy savannah scarlett scott sid sky skye skyler spencer
        stewart stuart summer sunny taylor ted teddy tim trinity una vera victoria violet warren will willow
        """
    )

    /// Names of families that are common in Scotland, but for colours, which are statuses.
    static let surnames = list(
        """
        adams ahmed ali allan allen anderson armstrong bain baird barr baxter begum bell black blair bowie boyd
        boyle brannan brown bruce bryce buchanan burnett burns cairns cameron campbell carson cassidy christie
        clark clarke cochrane collins connolly cooper coyle craig crawford cunningham currie davidson davies
        devlin devine dickson docherty doherty donaldson donnelly douglas doyle drummond duffy duncan dunlop dunn
        edwards elliott evans farrell ferguson findlay finlay fleming forbes forrest forsyth foster fraser
        fulton galbraith gallacher gallagher gibb gibson gilchrist gillespie gilmour gordon graham grant gunn
        hall hamilton harris harrison harvey henderson hendry higgins hogg houston howie hughes hunter hussain
        hutchison irvine jackson jamieson johnson johnston johnstone jones kane kaur keenan kelly kennedy kerr
        khan king kowalski laing laird lamont law lawson lees leslie lewis lindsay little livingstone logan lynch
        lyon macarthur macaulay macdonald macfarlane macgregor macintosh macintyre mackay mackenzie mackie
        mackinnon maclean macleod macmillan macpherson macrae mahmood main malik marshall martin mathieson maxwell
        mcallister mcarthur mcbride mccabe mccallum mccann mccormack mccormick mcculloch mcdonald mcewan mcfarlane
        mcgill mcgowan mcgregor mcguire mcinnes mcintosh mcintyre mckay mckenna mckenzie mckinlay mckinnon mclaren
        mclaughlin mclean mclellan mcleod mcmahon mcmillan mcnab mcnally mcneil mcneill mcphail mcpherson mcqueen
        meikle melville menzies millar miller milne mitchell moffat mohammed moir moore morgan morris morrison muir
        muirhead munro murdoch murphy murray neill nelson nicol nicolson nisbet nowak oliver orr park paterson
        patel patterson paton petrie phillips pollock porter pratt quinn rae ramsay rankin reid rennie reilly
        richardson ritchie roberts robertson robinson rodger rogers ross roy russell rutherford scott shah shaw
        shearer shepherd simpson sinclair singh sloan smart smith sneddon somerville spence steel steele stevenson
        stewart strachan stuart sutherland swan sweeney tait taylor telfer thomas thompson thomson todd
        turnbull turner urquhart waddell walker wallace ward wardrop watson watt waugh weir welsh west whyte
        williams williamson wilson winters wisniewski wood woods wright wylie young yule
        """
    )

    /// First names that are also words, so that they count in capitals only.
    static let namesThatAreWords: Set<String> = [
        "harry", "peter", "sally", "jenny", "jasmine", "tiffany", "daisy", "barry", "clara",
        "morgan", "olive",
        "quinn", "riley", "stella", "jimmy", "tommy", "hollie", "bruce", "colin", "bonnie", "sandy",
        "frankie",
    ]

    /// Forms of address, after which a capital word is a name.
    static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "sgt", "pc",
    ]

    /// Words after which a name of a family is that of a place, or is none: the Murray, in Stirling.
    static let wordsBeforePlaces: Set<String> = [
        "the", "a", "in", "at", "of", "and", "for", "to", "by", "from", "with", "near", "on", "new",
        "old",
        "north", "south", "east", "west", "royal", "st", "saint", "mount", "loch", "glen", "upper",
        "lower",
        "fort", "port", "university", "group", "team", "unit", "ward",
    ]

    /// Words that make a place or a body of a name before them.
    static let wordsOfPlaces: Set<String> = [
        "academy", "avenue", "building", "centre", "charity", "church", "clinic", "college",
        "commission",
        "council", "court", "crescent", "drive", "foundation", "framework", "gardens", "hall",
        "hospital", "house",
        "inquiry", "institute", "lane", "law", "library", "lodge", "park", "place", "primary",
        "principles",
        "report", "review", "road", "royal", "school", "square", "street", "terrace", "theatre",
        "tower", "trust",
        "unit", "university", "ward", "wing",
    ]

    /// Words after which “the child” or “the family” is a general matter.
    static let generalMatters: Set<String> = [
        "abuse", "and", "based", "benefit", "care", "carer", "centre", "centred", "court",
        "criminal", "death",
        "development", "exploitation", "group", "guidance", "health", "hearing", "hearings", "hub",
        "interview",
        "journey", "justice", "law", "learning", "liaison", "maintenance", "minded", "network",
        "nurse",
        "nurture", "plan", "planning", "planner", "plans", "poverty", "protection", "register",
        "rights",
        "safeguarding", "sexual", "services", "support", "team", "trafficking", "unit", "views",
        "voice",
        "wellbeing", "welfare", "witness", "witnesses", "work", "worker", "workers", "focused",
        "friendly",
    ]
}
