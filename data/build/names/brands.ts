/**
 * Brands, product lines and place names that SR28 writes in capitals and no long description contains. Spelled as they
 * should be written; matched as whole words in lower-case text.
 */
const LINES = `
Chobani | Dannon Oikos | Lifeway | Clif Z Bar | Clif Bar | Mum Mum | Scooby-Doo | Smart Soup | Santa Fe | Buitoni | Classico | Mezzetta
Napa Valley Bistro | Texas Pete | Tuong Ot Sriracha | Sriracha | Post Selects | Blueberry Morning | Mom's Best | Toasty O's | Wheat-fuls
Indigo Morning | Simply Maize | GoLean | GoLean Crisp | Fiber One | Krave | Barbara's Puffins | Choco Zucaritas | Apple Jacks | Cinnamon Jacks
Organic Promise | Berry Fruitful | Raisin Vineyard | Cinnamon Burst Cheerios | Honey Nut Cheerios | Dulce de Leche Cheerios | Medley Crunch
Mini Spooners | Oat Blenders | Honey Nut Scooters | Marshmallow Mateys | Cascadian Farm | Multi Grain Cheerios | Whole Hearts | Weight Control
Real Medleys | Little Bites | Special K | Special K20 | Special K Nourish | Mini-Wheats | Frosted Mini-Wheats | Raisin Bran | Great Grains | Flax Plus
Peanut Butter Toast Crunch | Frosted Toast Crunch | Heart to Heart | Rice Krispies | Honey Bunches of Oats | Shredded Wheat | Graham Bumpers
Ocean Spray | Naked Juice | Mighty Mango | Green Machine | Blue Machine | Odwalla | Superfood | Bolthouse Farms | Berry Boost | Green Goodness
Daily Greens | Kale Blazer | Zespri SunGold | Concord | Real Lemon | Planters | Monster | Coca-Cola Company | The Coca-Cola Company | Coca-Cola | EAS | Muscle Milk
Cran-Energy | Cran Grape | Cran Cherry | Cran Raspberry | Cran Lemonade | Cran Pomegranate | Boost Plus | Unilever | SlimFast | Fuze | Ensure | Ensure Plus
Hi-C | Flashin' Fruit Punch | Zevia | Gerolsteiner | Gerolsteiner Brunnen | Icelandic | Glacial | Glaceau | Vitamin Water | Minute Maid | Mott's | Ovaltine
Pepsico Quaker | PepsiCo | Gatorade | Propel Zero | Lipton Brisk | Red Bull | Snapple | Nestea | Dasani | PowerAde | Beanatural | Bear Naked | Barbara Dee
Schiff | Tiger's Milk | Toblerone | Smucker's | Magic Shell | Skor | Payday | Hershey's | M&M's | 3 Musketeers | Butterfinger | Uncle Ben's | Tinkyada
Ancient Harvest | De Boles | Big Daddy's | Tony's | SmartPizza | Subway | Subway Club | Black Forest | Dave's Hot 'n Juicy | Double Stack | Snack Wrap
Pizza Hut | Arby's | Wendy's | Applebee's | Denny's | Cracker Barrel | T.G.I. Friday's | Olive Garden | Carrabba's Italian Grill | On the Border | Burger King
Worthington Foods | Better'n Burgers | Supper Bakes | Mars Snackfood US | South Beach | Balance | Phineas and Ferb | Campbell's Red and White | Healthy Request
Soup on the Go | Homestyle Microwaveable Bowls | Old El Paso | Tostitos | Sweet Baby Ray's | Bull's-Eye | KC Masterpiece | Open Pit | Frito's | Heinz Home Style
Cinnabon | Wafflers | Eggo Seasons | Simply Eggo | Eggo Minis | FiberPlus | Nutri-Grain | Thick and Fluffy | Famous Amos | Girl Scouts | Chalet | Samoas | Tagalongs
Thank U Berry Munch | Thin Mints | Trefoils | Lemon Jumble | Happy Trail Mix | Baker's Treasures | Chips Deluxe | Keebler Club | Danish Wedding | E.L. Fudge
Fudge Shoppe | Cheesecake Middles | Mint Creme Middles | Coconut Dreams | Deluxe Grahams | Fudge Stripes | Fudge Sticks | Jumbo Fudge Sticks | Magic Middles
Grasshopper | Gripz | Holiday Jingles | Ready Crust | Right Bites | Sandies | Soft Batch | Toasteds | Buttercrisps | Town House | Flipsides | Toppers | Bistro
Traditions | Vienna Fingers | Wheatables | Nut Crisp | Pop-Tarts | Pop-Tarts Mini Crisps | Ice Cream Shoppe | Wild Fruit Fusion | Yum-azing | Circus Animal
Circus Animals | Cookie Jar Classics | Southern Kitchen | Gauchos | Cocadas | Jacks | Duoz | Mixx | Scrabble Jr. | Krispy | Zesta | Export Sodas | Andrea's | Crunchmaster
Glutino | Mary's Gone Crackers | Goldfish | Explosive Pizza | Rudi's | Udi's | Van's | The Perfect 10 | Farmhouse | Pepperidge Farm | Sage Valley | Schar
Hungry Man | Banquet | Jimmy Dean | Salisbury | Gerber | Graduates | Lil' Crunchies | Good Start | Good Start 2 | Protect Plus | Gentle Plus | Similac | Go & Grow
Expert Care | Abbott Nutrition | Mead Johnson | Enfagrow | Gentlease | Enfamil | Nutramigen AA | ProSobee | PediaSure | Muscle Milk | Mayan | Baja | Pace | Prego | Spam
Sun Country | Kretschmer | Big Biscuit | Spoon-Size | Meal Starters | Grillers | Chik'n | Chik | Deli Franks | Vitasoy | Amber | Skunk Cabbage | Newman's Own
Gerber 2nd Foods | Gerber 3rd Foods | 2nd Foods | 3rd Foods | Swanson | Progresso | Milky Way | Snickers | Marathon | Twix | Reese's | Fast Break | Klondike | Slim-A-Bear
`;

const PLACES = `
African | Alaska | Alaskan | America | American | Anjou | Apache | Arkansas | Asian | Atlantic | Australian | Bartlett | Bavarian | Belgian | Bermuda | Bing | Bosc | Boston
Brazilian | British | Brussels | Cajun | California | Canadian | Canadian-style | Caribbean | Chinese | Cornish | Creole | Cuban | Danish | Denver | Dutch | Dijon | English | European | Florida | French | Fuji
Gala | General Tso's | German | Granny Smith | Greenland | Greek | Hass | Hawaii | Hawaiian | Hopi | Hungarian | Iceland | Idaho | Indian | Irish | Italian | Italian-style | Jamaican | Japanese | Jerusalem | Jewish
Kona | Korean | Latino | Lebanon | Lyon | Maine | Manhattan | Mediterranean | Mexican | Mexican-style | Monterey | Monterey Jack | Moroccan | Navajo | New England | New Orleans | New York | New Zealand
Northern Plains | Norwegian | Oriental | Pacific | Persian | Philadelphia | Polish | Portuguese | Puerto Rican | Golden Delicious | Red Delicious | Romaine lettuce | Russian
Salisbury | Salvadoran | Scandinavian | Scotch | Southwest | Southwestern | Spanish | Swedish | Surinam-cherry | Swiss | Tahitian | Thai | Texas | Thailand | Turkish | Tuscan | US | USDA | Valencia oranges | Vienna | Vietnamese | Virginia
Wagyu | Waldorf | Worcestershire | Yukon Gold | January | July | Christmas | Halloween | Easter
`;

const split = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

const byLength = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...names].sort((a, b) => b.length - a.length).map((name) => [name.toLowerCase(), name]));

const BRAND_NAMES = byLength(split(LINES));
const PLACE_NAMES = byLength(split(PLACES).filter((name) => !/lettuce|oranges/.test(name)));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\&]/g, "\\$&");
const pattern = (names: ReadonlyMap<string, string>): RegExp =>
  new RegExp(`(?<![\\w'-])(?:${[...names.keys()].map(escaped).join("|")})(?![\\w])`, "gi");

const BRAND_PATTERN = pattern(BRAND_NAMES);
const PLACE_PATTERN = pattern(PLACE_NAMES);

/** Writes places, peoples and varieties with capitals: "cheese, swiss" → "cheese, Swiss". For every name. */
export const writePlaces = (text: string): string =>
  text.replace(PLACE_PATTERN, (found) => PLACE_NAMES.get(found.toLowerCase()) ?? found);

/** Writes brands as their owners do. Only for text made from SR28's capitals. */
export const writeBrands = (text: string): string =>
  text.replace(BRAND_PATTERN, (found) => BRAND_NAMES.get(found.toLowerCase()) ?? found);
