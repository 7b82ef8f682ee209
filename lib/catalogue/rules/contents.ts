import type { Content } from "@/lib/nutrition";

// What a food contains, read from its description. "Yes" needs a word that says so; "no" needs a food simple enough that
// the description would name it; everything else is not known.

/** Phrases for contents that are absent, or only imitated in taste or look. */
const ABSENT: readonly RegExp[] = [
  /\bwithout (?:added )?[a-z]+(?:,? (?:or|and) [a-z]+)*/g,
  /\bno (?:added )?(?:meat|egg|cheese|beans?|peanuts|milk|alcohol)\b/g,
  /\b(?:meat|chicken|pork chop) not included\b/g,
  /\b(?:imitation|vegetarian|vegan|meatless|veggie|artificial) [a-z]+/g,
  /\b[a-z]+[- ](?:free|flavor(?:ed)?|shaped|like)\b/g,
  /\bin [a-z ]*shells?\b/g,
];

/** Names of other things that contain the word for an animal or a nut. */
const HOMONYMS: readonly RegExp[] = [
  // Only the butter goes; the nut stays.
  /(?<=\b(?:peanut|almond|cashew|apple|cocoa|sesame|sunflower seed|nutmeg|shea|ucuhuba|pnut) )butter\b/g,
  /\bbutter ?(?:nut|head|cup|bur|fish|finger|scotch|beans?|crisps)\w*/g,
  /(?<=\b(?:coconut|soy|almond|rice|oat) )(?:milk|cream)\b/g,
  /\bnon-soy\b|\bbeer ?(?:wurst|salami)\w*|\bwhiskey sour mix|\brice cakes?\b|\(desiccated\), creamed/g,
  /\bcustard-apple|\bdinosaur eggs|\bpie fillings?|\bsandwich spread|\bcoconut meat|\bgrated meat/g,
  /\bnoodles, chinese, cellophane|\brice noodles|\bfish, [a-z ]*nuggets|\bsalmon nuggets/g,
  /\bcream of (?:tartar|wheat|rice)\b/g,
  /\bnon-?dairy [a-z]+(?: butter flavor)?/g,
  /\bmilk ?(?:fish|weed)\b/g,
  /\bkidney(?=,? beans?\b)|(?<=\bbeans, )kidney|(?<=\b(?:milk|cheese),? )goat|\bgoat(?= milk| cheese)/g,
  /\boyster (?:mushrooms?|crackers?)|\bsoup and oyster crackers/g,
  /\bcrab ?apples?/g,
  /\begg ?plants?/g,
  /\b(?:hamburger|hot dog|frankfurter|hoagie) (?:or hot dog |or frankfurter )?(?:rolls?|buns?)/g,
  /\brolls?, hamburger or hot ?dog[^,]*/g,
  /\bgrape-nuts\b|\bdough ?nuts?\b|\bcoco-?nuts?\b|\bwater ?chest ?nuts?\b|\bginger ?nuts\b|\bhoney nut\b/g,
  /\bsteak sauce\b|\bsauce, steak\b|\bduck sauce\b|\bsauce, duck\b/g,
  /\bpumpkin seed,/g,
  /\bgold ?fish\b|\bcoating for [a-z]+/g,
  /\bchicken ?(?:pea|feed)\b/g,
  /\bpower ?bar\b|\bwine vinegar\b|\bvinegar, [a-z ]*wine\b|\bcooking wine vinegar\b|\bginger ale\b|\broot beer\b|\bcream soda\b/g,
  /\bsoy beans? sprouts\b/g,
];

const WORDS: { readonly [C in Content]: RegExp } = {
  meat: /\b(?:beef|veal|lamb|mutton|goat|pork|ham|hamburgers?|cheeseburgers?|whopper|big mac|bacon|sausages?|salami|bologna|frank(?:furter|s)?|hot ?dogs?|corn ?dogs?|pepperoni|prosciutto|pastrami|chorizo|bratwurst|knackwurst|liverwurst|braunschweiger|meatballs?|meatloaf|steaks?|ribs?|chicken|turkey|duck|goose|quail|pheasant|squab|ostrich|emu|venison|deer|elk|moose|caribou|bison|buffalo|bear|rabbit|squirrel|beaver|muskrat|opossum|raccoon|armadillo|antelope|boar|horse|seal|sea lion|walrus|whale|owl|ptarmigan|grouse|guinea hen|dove|pigeon|turtle|heart|brains?|tongue|liver|kidneys?|tripe|giblets?|gizzard|meats?|carnitas|barbacoa|sloppy joe|lard|tallow|pepperoni|canadian bacon|jerky|spam|drumsticks?(?! leaves| pods)|mcnuggets|nuggets|wings|gyro|frog)\b/,
  pork: /\b(?:pork|ham|bacon|prosciutto|chorizo|pepperoni|lard|carnitas|spam|boar|salami|bratwurst|liverwurst|chitterlings)\b/,
  fish: /\b(?:fish|anchov\w*|tuna|salmon|sardines?|herring|mackerel|cod|trout|halibut|tilapia|haddock|pollock|catfish|caviar|eel|whitefish|smelt|surimi|lox|gefilte|worcestershire|bonito|sheefish|pike|sturgeon|burbot|grayling|blackfish|lingcod|rockfish)\b/,
  shellfish:
    /\b(?:shellfish|crustaceans?|mollusks?|shrimps?|prawns?|crabs?|lobsters?|crayfish|clams?|oysters?|mussels?|scallops?|squid|octopus|cuttlefish|abalone|whelk|conch|cockles?|chitons?|sea cucumber)\b/,
  dairy:
    /\b(?:milk|milks|buttermilk|butter|cheese\w*|cream|creamed|yogurts?|kefir|whey|casein\w*|ghee|custard|eggnog|dulce de leche|cheddar|mozzarella|parmesan|ricotta|alfredo|au gratin|scalloped|quesadillas?|queso|nachos|pizza|lasagna|milkshakes?|shake|latte|cappuccino|ice cream|creamsicle|sundaes?|mcflurry|pudding|sour cream|half and half|velveeta|cheez)\b/,
  egg: /\b(?:eggs?|eggnog|mayonnaise|meringue|omelets?|quiche|custard|souffle|sponge cake|angelfood|french toast|hollandaise|bearnaise|egg roll)\b/,
  gluten:
    /\b(?:wheat|barley|rye|triticale|bulgur|couscous|semolina|spelt|kamut|farro|farina|cream of wheat|pasta|spaghetti\w*|macaroni|noodles?|lasagna|ravioli|tortellini|vermicelli|ramen|bread(?:ed|ing|s)?|breadcrumbs|batter(?:ed)?|flour tortilla|bagels?|biscuits?|buns?|rolls?|croissants?|croutons|crackers?|cookies?|cakes?|muffins?|pancakes?|waffles?|pastr(?:y|ies)|pies?|pizza|doughnuts?|pretzels?|stuffing|dumplings?|wontons?|seitan|gluten|malt|malted|beer|sandwich\w*|burgers?|hamburgers?|cheeseburgers?|subs?|submarine|hot dogs?|corn ?dogs?|toast|graham|wafers?|brownies?|eclairs?|strudel|naan|chapati|roti|pita|matzo|lo mein|chow mein|egg rolls?|soy sauce made from soy and wheat|shoyu|teriyaki|orzo|phyllo|puff pastry|danish|english muffins?|breadsticks?|mcmuffin|whopper|big mac|grits? gluten)\b/,
  treeNuts:
    /\b(?:almonds?|walnuts?|pecans?|cashews?|hazelnuts?|filberts?|pistachios?|macadamias?|brazil ?nuts?|pine ?nuts?|pesto|praline|marzipan|nougat|baklava|nutella|chestnuts?|hickory ?nuts|beechnuts|butternuts, dried|pilinuts|mixed nuts|with nuts|and nuts|nuts)\b/,
  peanut: /\b(?:peanuts?|snickers|payday|reese'?s?|butterfinger|with peanuts)\b/,
  soy: /\b(?:soy\w*|vpp|tofu|tempeh|miso|natto|edamame|tamari|shoyu|teriyaki|textured vegetable protein|okara)\b/,
  alcohol:
    /\b(?:alcoholic beverages?|beer|wine|liqueur|vodka|rum|whiskey|gin|sake|daiquiri|pina colada|tequila sunrise|martini|cider, hard|hard cider|vanilla extract)\b/,
  sesame: /\b(?:sesame|tahini|halvah?|hummus|baba ghanoush|gomasio|benne)\b/,
  lupin: /\blupin(?:e|s|es|i)?\b/,
  mustard: /\bmustards?\b(?! spinach)/,
  celery: /\b(?:celery|celeriac)\b/,
  // Wine and what is named as treated; the rest is left open by UNSURE in traits.ts.
  sulphites: /\b(?:sulfured|sulphured|sulfites?|sulphites?|bisulfite|maraschino|wine|raisins, golden)\b/,
};

/** The description without phrases for what the food does not contain. */
const present = (text: string): string =>
  [...ABSENT, ...HOMONYMS].reduce((rest, pattern) => rest.replace(pattern, " "), text);

/** Whether a description names a content, by the words above. */
export const names = (content: Content, text: string): boolean => WORDS[content].test(present(text));

/** A preparation that brings in things the description does not list. */
const PREPARED =
  /\b(?:prepared|home-prepared|recipe|mix|sauce|gravy|dressing|salad|stuffed|breaded|batter(?:ed)?|fried|souffle|au gratin|scalloped|creamed|casserole|candied|pudding|dip|spread|smoothie|sandwich|glazed|honey roasted|flavored|seasoned|marinated|hash brown|o'brien|pancakes?|puffs|enhanced|cured|with added solution|imitation|substitute|kimchi|butter sauce|formulated|surimi|meatless|vegetarian|veggie|vegan)\b/;
/** A cooking or packing that is still one food. */
const STILL_SIMPLE =
  /\b(?:(?<=^edamame, frozen, )prepared|prepared with (?:water|calcium|nigari|magnesium|tap)[^,]*|cooked|without sauce|fast fried|ribs prepared|instant, enriched, prepared|cranberry sauce|guava sauce|fruit salad|in tomato sauce|pan-fried|tomato sauce|applesauce|cooked, fried(?=,? ?$)|with added (?:vitamin|calcium|ascorbic)[^,]*|home prepared(?=$)|unprepared)\b/g;

export const isSimple = (text: string): boolean => !PREPARED.test(text.replace(STILL_SIMPLE, " "));

const BRANDED =
  /\b(?:kraft|morningstar|worthington|loma linda|gardenburger|campbell's|kellogg|nestle|hormel|oscar mayer|naked juice|odwalla|bolthouse|pace|v8|silk|vitasoy|house foods|kashi|prego|louis rich)\b/;

export const isBranded = (text: string): boolean => BRANDED.test(text);
