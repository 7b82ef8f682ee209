import type { FoodGroup } from "../groups";
import type { PhytateRule } from "./phytate-rules";

/*
 * Phytate entries of foods as other publishers name them: FNDDS ("Lentils, from dried, no added fat"), Fineli ("Lentils,
 * red, dried"), CIQUAL ("Lentil, boiled/cooked in water"), Foundation Foods ("Lentils, dry"). A rule holds for the whole
 * name: the food, and words of its state that leave it the food alone. Of several entries of one food (dry, boiled) the
 * one with its water is taken.
 */

/** Words after which a food is still nothing but the food; a little fat or salt is within the band of every entry. */
const STATES = [
  "raw|fresh|frozen|plain|average|whole|mature|seeds|dry|dried|cooked|boiled|steamed|stewed|crunchy|tender",
  "boiled/cooked in water|water boiled|in water",
  "(?:boiled |cooked )?with(?:out)? salt|(?:un|lightly )?salted|fat added|no added fat|ns as to fat(?: type)?",
  "from (?:dried|fresh|frozen)|ns as to form|without (?:skin|stone|peel)|pulp(?: and peel)?|peeled|cleaned",
].join("|");
/** Words of nuts and seeds, whose phytate dry roasting changes little. */
const ROASTED =
  "nfs|unroasted|(?:dry[- ])?roasted|(?:dry-)?grilled|non-salted|husked|with hull|without hull|shelled|kernel|\\(with peel\\)|\\(pepitas\\)";

const named = (
  entries: string | readonly string[],
  groups: FoodGroup | readonly FoodGroup[],
  food: string,
  { states = STATES, needs }: { states?: string; needs?: RegExp } = {},
): PhytateRule[] =>
  [entries].flat().map((entry) => ({
    entry,
    groups: [groups].flat(),
    name: new RegExp(`^(?:${food})(?:,? (?:${states}))*$`),
    ...(needs && { needs }),
  }));

const COOKED = /\b(?:cooked|boiled|steamed)\b/;
const PULSE = ["legumes", "vegetables"] as const;
const GRAIN = ["grainsPasta", "breakfastCereals"] as const;
const NUT = ["nutsSeeds", "snacks", "legumes"] as const;
const BREAD = "bakedProducts";
const PLANT = ["vegetables", "fruits"] as const;
const nut = (entry: string, food: string): PhytateRule[] =>
  named(entry, NUT, `(?:nuts?, |seeds?, )?(?:${food})`, { states: `${STATES}|${ROASTED}` });

/** Fresh pulses have the water of boiled ones and are something else. */
const BOILED = /\b(?:cooked|boiled|from dried)\b/;
const pulse = (dry: string, boiled: string, food: string): PhytateRule[] => [
  ...named(dry, PULSE, food),
  ...named(boiled, PULSE, food, { needs: BOILED }),
];

const PULSES: readonly PhytateRule[] = [
  ...pulse("lentil_dry", "lentil_cooked", "lentils?(?:, (?:green/brown|green|brown|blond|red|pink or red))?"),
  ...named(
    "chickpea_canned",
    PULSE,
    "(?:chick ?peas?|chickpeas? \\(garbanzo beans, bengal gram\\)),? (?:from canned|canned)",
    { states: `${STATES}|drained|drained and rinsed|sodium added|reduced sodium` },
  ),
  ...pulse("chickpea_dry", "chickpea_cooked", "chick ?peas?(?:,? \\(garbanzo beans, bengal gram\\))?"),
  ...pulse(
    "kidney_bean_dry",
    "kidney_bean_cooked",
    "(?:red )?kidney beans?|beans?, kidney(?: bean)?(?:, (?:dark|light) red)?",
  ),
  ...pulse("black_bean_dry", "black_bean_cooked", "black beans?|beans?, black(?: bean, turtle bean)?"),
  ...pulse(
    "white_bean_dry",
    "white_bean_cooked",
    "white beans?|haricot beans?|flageolet beans?(?:, green)?|coco beans?|beans?, white bean(?:, navy bean)?|beans, (?:cannellini|navy|great northern)",
  ),
  ...pulse("common_bean_dry", "pinto_cooked", "pinto beans?|beans, pinto"),
  ...pulse("cowpea_dry", "cowpea_cooked", "black-?eyed? peas?|cowpeas?"),
  ...pulse("mung_dry", "mung_cooked", "mung beans?|beans?, mung(?: bean)?"),
  ...pulse("pea_split_dry", "pea_split_cooked", "split peas?"),
  ...pulse(
    "faba_dry",
    "faba_cooked",
    "fava beans?|broad beans?|bean, broad bean, fava bean(?:, dry, broad bean groats)?",
  ),
  ...pulse("lima_dry", "lima_cooked", "lima beans?"),
  ...named("lupin_dry", PULSE, "lupin (?:grain|seed)s?"),
  ...pulse("soybean_dry", "soybean_cooked", "soy(?:a )?beans?"),
  ...named("edamame", PULSE, "edamame"),
  ...named(["tofu_firm", "tofu_soft"], PULSE, "soybean curd|tofu"),
  ...named("tvp_dry", PULSE, "textured vegetable protein"),
  ...named("pea_green_cooked", PULSE, "green peas?|garden peas?|peas?, green", { needs: COOKED }),
  ...named("green_beans", PULSE, "green beans?|french beans?|bean, green bean, string bean", {
    needs: COOKED,
  }),
];

const NUTS: readonly PhytateRule[] = [
  ...nut("almond", "almonds?"),
  ...nut("walnut", "walnuts?"),
  ...nut("cashew", "cashews?(?: nuts?)?"),
  ...nut("hazelnut", "hazelnuts?"),
  ...nut("pistachio", "pistachios?(?: nuts?)?"),
  ...nut("pecan", "pecans?(?: nuts?)?"),
  ...nut("brazil_nut", "brazil ?nuts?"),
  ...nut("macadamia", "macadamias?(?: nuts?)?"),
  ...nut("pine_nut", "pine nuts?(?:, pine kernel)?"),
  ...nut("peanut", "peanuts?").map((rule) => ({ ...rule, except: /boiled|cooked/ })),
  ...named("peanut_butter", NUT, "peanut butter(?:, creamy)?"),
  ...nut("sesame", "sesame seeds?"),
  ...nut("tahini", "tahini(?: \\(sesame paste\\))?|sesame butter(?:, creamy)?"),
  ...nut("sunflower_seed", "sunflower seeds?"),
  ...nut("pumpkin_seed", "pumpkin seeds?"),
  ...nut("flaxseed", "flax ?seeds?(?:, brown|, ground)?|linseeds?"),
  ...nut("chia", "chia seeds?"),
  ...nut("hemp_seed", "hemp seeds?,? (?:without hull|hulled)"),
];

const GRAINS: readonly PhytateRule[] = [
  ...named(
    ["semolina_pasta_dry", "pasta_white_cooked"],
    GRAIN,
    "(?:dried )?pasta|macaroni, pasta|pasta, spaghetti, macaroni",
    { states: `${STATES}|unsalted` },
  ),
  ...named(
    ["pasta_whole_dry", "pasta_whole_cooked"],
    GRAIN,
    "(?:dried )?pasta, (?:whole ?grain|wholemeal|whole wheat)|macaroni, whole wheat",
  ),
  ...named(
    ["rice_white_dry", "rice_white_cooked"],
    GRAIN,
    "rice, white(?:, long-grain)?(?:, parboiled)?|(?:basmati|white) rice|rice, (?:basmati|thaï|parboiled)",
  ),
  ...named(["rice_brown_dry", "rice_brown_cooked"], GRAIN, "rice, (?:brown|wholegrain)|brown rice"),
  ...named(["bulgur_dry", "bulgur_cooked"], GRAIN, "(?:wheat )?bulgur"),
  ...named("couscous_dry", GRAIN, "couscous(?: \\(precooked durum wheat semolina\\))?"),
  ...named(
    ["oats_rolled", "oat_porridge"],
    GRAIN,
    "oats?|oat flakes|oats, rolled, oat flakes|oats, whole grain, (?:rolled, old fashioned|steel cut)|oatmeal, (?:regular or quick|instant, plain), made with water",
  ),
  ...named("oat_bran", GRAIN, "oat bran"),
  ...named("wheat_bran", GRAIN, "wheat bran"),
  ...named("wheat_germ", GRAIN, "wheat germ"),
  ...named(["quinoa_dry", "quinoa_cooked"], GRAIN, "quinoa"),
  ...named(["millet_dry", "millet_cooked"], GRAIN, "millet(?:, whole grain)?"),
  ...named(["buckwheat_dry", "buckwheat_cooked"], GRAIN, "buckwheat(?: groats|, whole grain)?"),
  ...named("amaranth_dry", GRAIN, "amaranth"),
  ...named("barley_pearled", GRAIN, "pearled barley|barley, pearl(?:ed)?"),
  ...named(["sorghum_dry", "sorghum_cooked"], GRAIN, "sorghum(?:, whole grain)?"),
  ...named("cereal_wheat_biscuit", GRAIN, "cereal, shredded wheat, plain"),
  ...named("cornflakes", GRAIN, "cereal, corn flakes, plain"),
  ...named("bread_white", BREAD, "roll, white, (?:soft|hard|hot dog bun|hamburger bun)"),
  ...named("bread_whole_wheat", BREAD, "roll, whole wheat(?:, (?:hot dog|hamburger) bun)?"),
  ...named("tortilla_corn", BREAD, "tortilla, corn"),
  ...named("cracker_white", BREAD, "crackers, (?:saltine|water)"),
];

const PLANTS: readonly PhytateRule[] = [
  ...named("potato_boiled", PLANT, "potato(?:es)?, boiled, from fresh, peel not eaten"),
  ...named("sweet_potato_boiled", PLANT, "sweet potato(?:es)?", { needs: /boiled/ }),
  ...named("carrot", PLANT, "carrots?(?:, mature)?"),
  ...named("beetroot", PLANT, "beetroots?(?:, red beet)?|beets?"),
  ...named("spinach", PLANT, "spinach(?:, (?:baby|mature|young leaves))?"),
  ...named("kale", PLANT, "(?:curly )?kale|collards", { needs: COOKED }),
  ...named("broccoli", PLANT, "broccoli"),
  ...named("cauliflower", PLANT, "cauliflower"),
  ...named("cabbage", PLANT, "(?:white|red|green) cabbage|cabbage(?:, (?:green|red|white))?"),
  ...named("brussels_sprouts", PLANT, "brussels? sprouts?"),
  ...named("lettuce", PLANT, "(?:iceberg|romaine|garden|cos or romaine) lettuce|lettuce"),
  ...named("tomato", PLANT, "tomato(?:es)?(?:, (?:cherry|grape|round|roma))?"),
  ...named("onion", PLANT, "(?:red |yellow )?onions?(?:, (?:red|yellow|white|red onion))?"),
  ...named("garlic", PLANT, "garlic"),
  ...named(
    "sweet_pepper",
    PLANT,
    "sweet peppers?(?:, (?:green|red|yellow))?|peppers, bell, (?:green|yellow|red|orange)",
  ),
  ...named("eggplant", PLANT, "eggplant|aubergine"),
  ...named(
    "zucchini",
    PLANT,
    "zucchini(?:, summer squash)?|courgette or zucchini|summer squash, (?:green|yellow)",
  ),
  ...named("cucumber", PLANT, "cucumber"),
  ...named(
    "mushroom",
    PLANT,
    "mushrooms?(?:, white button)?|champignon|button mushroom or cultivated mushroom",
  ),
  ...named("okra", PLANT, "okra", { needs: COOKED }),
  ...named("pumpkin", PLANT, "pumpkin|winter squash|squash, (?:butternut|all types)"),
  ...named("celery", PLANT, "celery(?: stalk)?"),
  ...named("parsley", ["vegetables", "spicesHerbs"], "parsley"),
  ...named("banana", PLANT, "bananas?(?:, (?:overripe|ripe and slightly ripe))?"),
  ...named("apple", PLANT, "apples?"),
  ...named("orange", PLANT, "oranges?|clementine|grapefruit|tangerine|lemon|lime|mandarin"),
  ...named("strawberry", PLANT, "strawberr(?:y|ies)"),
  ...named("mango", PLANT, "mango(?:, (?:tommy atkins|ataulfo))?"),
  ...named("papaya", PLANT, "papaya"),
  ...named("guava", PLANT, "guava"),
  ...named("pineapple", PLANT, "pineapple"),
  ...named("avocado", PLANT, "avocado(?:, hass)?"),
  ...named("dates", PLANT, "dates?"),
  ...named("raisins", PLANT, "raisins?"),
  ...named("apricot_dried", PLANT, "apricots?", { needs: /dried/ }),
];

/** For names of installed tables that no rule of the built-in table describes. */
export const NAMED_OTHERWISE: readonly PhytateRule[] = [...PULSES, ...NUTS, ...GRAINS, ...PLANTS];
