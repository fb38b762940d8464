import { wordSet } from './words.ts';

/** Small words of English that are no Danish words: a question with them is an English one. */
export const englishSmall = wordSet(`
	a about after again all also am and another any anybody anyone anything are arent around as away be because been
	before being between both but cannot cant could couldnt did didnt do does doesnt dont during each either every
	everybody everyone everything few from get getting got had hasnt have havent having he how i'm if im into is isnt it its
	ive just keep let many me more most much must my myself near need needs never nobody none nothing of often on
	once only or other others our out ourselves own please really shall she should since so some somebody someone
	something somewhere still than that thats the their them themselves then there these they this those through
	too until up us very want wants was wasnt we were what when where which while who whose why wont would
	wouldnt you your yours him his himself herself not with without anywhere everywhere nowhere like who's it's there's
`);

/** Some of those are Danish words as well and tell nothing. */
export const inBothLanguages = wordSet('a am as he it on so up us is do get had have from only me let of via all own');

/**
 * Words of any English conversation, in their first form. They say nothing of a need by themselves, are never taken for
 * slips of Danish words, and count in set phrases (»get out of bed«, »left me«).
 */
export const englishCommon = wordSet(`
	able above across actually add advise afternoon ago agree allow almost along although among amount answer
	anymore appear area arrive ask avoid awful bad badly basic beautiful become begin behind believe below
	beside big bit black blue body bottom bring build busy buy call cannot care careful case catch chance
	change charge check choose city clear close complete contact continue copenhagen correct cost couple
	course create cross current dare date daily deal decide definitely depend describe develop differ different
	difficult difficulty direct direction district double doubt downtown drop due earlier early easily easy edge
	effect else empty end enjoy enough enter entire especially etc eventually everyday exact exactly exist expect
	explain extra face fact fail fair fall far fast favour fill final finally fine finish fit floor follow forget
	form former forward fresh front full fully further future general gentle glad great ground grow guess half
	hang happen happy hard hardly hate head hear heart heavy hide hold hour huge idea imagine immediate
	important improve include increase indeed inside instead interest interested invite involve issue join keep
	kind large last late later latest lead least leave left less lie light likely line listen load local look lose
	lot loud love low lower lucky main manage mainly matter maybe mean meanwhile mention middle might mind
	minute miss mistake moment month morning name narrow nearby nearly necessary neither nice nobody none noon nor
	normal normally note notice number odd offer okay once ones onto open opportunity option order outside overall
	pair particular pass past pay perhaps perfect pick piece plain plan plate plenty point possible possibly prefer
	prepare present pretty probably problem proper properly provide pull quick quickly quiet quite rate rather
	reach ready real realise realize reason receive recent recently red regular relevant remain remember remove
	reply require rest return rid right rough round safe sense serious seriously serve set several
	shape share short show shut side similar simple simply single situation size slow slowly small sort sound space
	special spend spot stand start state stay step stop straight strange strong stuck stuff such sudden
	suddenly suggest suit suitable suppose sure surprise suspect switch take task tell terrible thin third three
	throw thus tie till time tonight top total totally towards town track tried trouble true truly trust turn
	twenty twice type uncertain unless unlike upon upset useful usual usually various view wait wall waste watch
	week weekly weird whatever whenever wherever whether white whole whom wide wish wonder word world worse
	worst wrong year yesterday yourself urgently appointment referral refer client citizen available age aged
	provider organisation organization anyhow someday tomorrow sometimes everytime weeks midweek weekday nighttime
	daytime ten eleven twelve hundred thousand four seven eight nine second fifth sixth ninth tenth thirty forty
	fifty sixty seventy eighty ninety
`);

/** English words whose forms do not share a beginning; each line begins with the stem that they all get. */
export const englishFamilies = `
not cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt cannot hasnt havent shouldnt
someone somebody anyone anybody
drink drinks drank drunken drinking
drunk drunks
go goes went going gone
get gets got getting gotten
do does did doing done
be is was were been being
have has had having
take takes took taken taking
give gives gave given giving
come comes came coming
know knows knew known knowing
think thinks thought thinking
feel feels felt feeling
speak speaks spoke spoken speaking
tell tells told telling
say says said saying
see sees saw seen seeing
sleep sleeps slept sleeping asleep
eat eats ate eaten eating
leave leaves leaving
lose loses lost losing
find finds found finding
keep keeps kept keeping
fall falls fell fallen falling
break breaks broke broken breaking
hit hits hitting
hurt hurts hurting
run runs ran running
grow grows grew grown growing
bring brings brought bringing
buy buys bought buying
pay pays paid paying
sell sells sold selling
spend spends spent spending
steal steals stole stolen stealing
throw throws threw thrown throwing
write writes wrote written writing
read reads reading
spell spells spelt spelled spelling
sing sings sang sung singing
swim swims swam swimming
teach teaches taught teaching
understand understands understood understanding
forget forgets forgot forgotten forgetting
choose chooses chose chosen choosing
drive drives drove driven driving
ride rides rode ridden riding
wear wears wore worn wearing
hear hears heard hearing
hide hides hid hidden hiding
shake shakes shook shaken shaking
bite bites biting
bleed bleeds bled bleeding
burn burns burnt burned burning
cut cuts cutting
die dies died dying
lie lies lying
tie ties tied tying
fight fights fought fighting
flee flees fled fleeing
freeze freezes froze frozen freezing
lend lends lent lending
mean means meant meaning
meet meets met meeting meetings
owe owes owed owing
put puts putting
quit quits quitting
send sends sending
shut shuts shutting
sit sits sat sitting
stand stands stood standing
stick sticks stuck sticking
sweep sweeps swept
wake wakes woke woken waking
win wins won winning
rights
beaten beat beats beating
visits visit visiting visited
letters letter
strangers stranger
longer
learn learns learnt learned learning
practise practice practises practised practising practicing practiced
child children
kid kids
woman women womens
mum mom mums moms mummy mommy mam
dad dads daddy
granny gran grandma nan nana grandmother grandmothers
grandpa grandad granddad grandfather grandfathers
tooth teeth
foot feet
wife wives
life lives
knife knives
shelf shelves
thief thieves
person persons
neighbour neighbours neighbor neighbors
neighbourhood neighbourhoods neighborhood neighborhoods
counselling counseling
counsellor counsellors counselor counselors
centre center centres centers
programme program programmes programs
behaviour behavior behaviours behaviors
labour labor
honour honor
organise organize organised organized organising organizing
organisation organization organisations organizations
traumatised traumatized
tumour tumor tumours tumors
theatre theater theatres theaters
cheque check cheques checks
mould mold mouldy moldy
pyjamas pajamas
cosy cozy
colour color colours colors
jewellery jewelry
paediatric pediatric
depression depressions depressed depressing
addiction addictions addicted addict addicts addictive
anxiety anxieties anxious
lonely loneliness lonesome lonelier
homeless homelessness
volunteer volunteers volunteered volunteering voluntary
bereavement bereaved bereavements
divorce divorces divorced divorcing
pregnant pregnancy pregnancies
refuse refuses refused refusing refusal
marry marries married marrying marriage marriages
old older oldest
young younger youngest
bad worse worst
good better best
`;
