/** Names, written by hand, for foods whose short description is cut off or cannot be expanded by rules. */
export const OVERRIDES: Readonly<Record<string, string>> = {
  "01214": "Milk, canned, evaporated, without added vitamin A and vitamin D",
  "09517": "Apple juice, canned or bottled, unsweetened, with added vitamin C, calcium, and potassium",
  "10189": "Pork, fresh, loin, center loin (chops), boneless, separable lean and fat, cooked, pan-broiled",
  "14538":
    "Beverages, cocoa mix, low calorie, powder, with added calcium, phosphorus, aspartame, without added sodium or vitamin A",
  "01171": "Egg, whole, raw, frozen, pasteurized",
  "02073": "Pace, dry taco seasoning mix",
  "03839": "Infant formula, Abbott Nutrition, Similac Natural Care, Advance, ready-to-feed, with ARA and DHA",
  "03840":
    "Infant formula, Abbott Nutrition, Similac, Special Care, Advance 24, with iron, ready-to-feed, with ARA and DHA",
  "03981": "Infant formula, Mead Johnson, Enfamil, Enfagrow, Gentlease, toddler, ready-to-feed",
  "03991": "Infant formula, Abbott Nutrition, Similac, Go & Grow, ready-to-feed, with ARA and DHA",
  "03992": "Infant formula, Abbott Nutrition, Similac, Expert Care, diarrhea, ready-to-feed",
  "03993": "Infant formula, Abbott Nutrition, Similac, for spit up, ready-to-feed, with ARA and DHA",
  "03998": "Babyfood, snack, Gerber, Graduates, Lil' Crunchies, baked whole grain corn snack",
  "03999": "Infant formula, Abbott Nutrition, Similac, for spit up, powder",
  "06537": "Campbell's Homestyle Healthy Request Mexican style chicken tortilla soup",
  "07906":
    "Luncheon meat, pork, ham, and chicken, minced, canned, reduced sodium, added vitamin C (includes Spam)",
  "08104": "Cereals, farina, enriched, assorted brands, dry",
  "08459": "Cereals ready-to-eat, Kellogg's Frosted Mini-Wheats, maple and brown sugar, bite size",
  "08538": "Cereals ready-to-eat, Kashi, Heart to Heart, oat flakes and blueberry clusters",
  "08574": "Cereals, Cream of Wheat, 2 1/2 minute cook time, cooked with water, stove-top, without salt",
  "08575": "Cereals, Cream of Wheat, 2 1/2 minute cook time, cooked with water, microwaved, without salt",
  "08677": "Cereals ready-to-eat, Kellogg's Frosted Mini-Wheats Touch of Fruit in the Middle, raspberry",
  "08686": "Cereals, Quaker, Weight Control instant oatmeal, maple and brown sugar",
  "08699": "Cereals ready-to-eat, Kellogg's Krave S'mores",
  "08708": "Cereals ready-to-eat, Kellogg's Frosted Mini-Wheats Touch of Fruit in the Middle, raisin",
  "08711": "Cereals ready-to-eat, Kellogg's, Special K Protein, cinnamon brown sugar crunch",
  "09528": "Ruby red grapefruit juice blend (grapefruit, grape, apple), Ocean Spray, with vitamin C",
  "10945":
    "Pork, fresh, shoulder (Boston butt), blade (steaks), separable lean only, with added solution, cooked, braised",
  "10954":
    "Pork, fresh, shoulder (Boston butt), blade (steaks), separable lean and fat, with added solution, cooked, braised",
  "13445":
    'Beef, loin, top loin steak, boneless, lip off, separable lean and fat, trimmed to 0" fat, all grades, cooked, grilled',
  "13446":
    'Beef, loin, top loin steak, boneless, lip off, separable lean and fat, trimmed to 0" fat, choice, cooked, grilled',
  "13447":
    'Beef, loin, top loin steak, boneless, lip off, separable lean and fat, trimmed to 0" fat, select, cooked, grilled',
  "13448":
    'Beef, loin, top loin steak, boneless, lip off, separable lean only, trimmed to 0" fat, all grades, cooked, grilled',
  "14026":
    "Beverages, Coca-Cola Company, NOS Zero, energy drink, sugar-free, with guarana, vitamins B6 and B12",
  "14030":
    "Beverages, Coca-Cola Company, NOS energy drink, original, grape, cherry and citrus, with vitamins B6 and B12",
  "14031": "Beverages, water, bottled, yumberry pomegranate with antioxidants, zero calories",
  "14048": "Beverages, Fuze, orange mango, fortified with vitamins A, C, E, B6",
  "14055": "Beverages, Unilever, SlimFast shake, high protein, whey powder, 3-2-1 Plan",
  "14065": "Beverages, The Coca-Cola Company, Hi-C Flashin' Fruit Punch",
  "14075": "Beverages, Gerolsteiner, naturally sparkling mineral water",
  "14082": "Beverages, Gerolsteiner Brunnen, naturally sparkling mineral water, bottled",
  "14093": "Beverages, Coca-Cola Company, Glaceau Vitamin Water, Revive fruit punch, fortified",
  "14227": "Beverages, Ocean Spray, white cranberry strawberry flavor juice drink",
  "14286": "Beverages, Mott's, apple juice light, fortified with vitamin C",
  "14423": "Dairy drink mix, chocolate, reduced calorie, with aspartame, powder, prepared with water and ice",
  "14424": "Orange-flavor drink, breakfast type, with pulp, frozen concentrate",
  "14425": "Orange-flavor drink, breakfast type, with pulp, frozen concentrate, prepared with water",
  "14427": "Orange drink, breakfast type, with juice and pulp, frozen concentrate, prepared with water",
  "14460": "Beverages, PepsiCo Quaker, Gatorade, G Performance O2, ready-to-drink",
  "14537":
    "Carbonated beverage, low calorie, other than cola or pepper, with sodium saccharin, without caffeine",
  "14627": "Beverages, energy drink, Monster, fortified with vitamins C, B2, B3, B6, B12",
  "16587": "MorningStar Farms breakfast sausage patties, maple flavor, frozen, unprepared",
  "16613": "MorningStar Farms breakfast sandwich, sausage, egg and cheese English muffin, frozen, unprepared",
  "16614": "MorningStar Farms breakfast sandwich, scramble and cheese English muffin, frozen, unprepared",
  "17380":
    "Lamb, New Zealand, imported, tunnel-boned leg, chump off, shank off, separable lean only, cooked, slow roasted",
  "17421":
    "Lamb, New Zealand, imported, tunnel-boned leg, chump off, shank off, separable lean and fat, cooked, slow roasted",
  "18990": "Austin, PB & J crackers, sandwich-type",
  "19914": "Candies, Mars, 3 Musketeers Truffle Crisp",
  "19916": "Syrups, chocolate, Hershey's sugar free, genuine chocolate flavor, lite syrup",
  "19917": "Candies, Mars, M&M's pretzel chocolate candies",
  "19923": "Candies, Hershey's, Payday bar",
  "21145": "School Lunch, pizza, Big Daddy's LS 16\" 51% whole grain cheese pizza, frozen",
  "21146": "School Lunch, pizza, Big Daddy's 51% whole grain turkey pepperoni pizza, frozen",
  "21147": "School Lunch, pizza, Tony's SmartPizza 50/50 cheese pizza, frozen",
  "21148": "School Lunch, pizza, Tony's SmartPizza pepperoni pizza 50/50 cheese, frozen",
  "20651": "Rice, brown, parboiled, cooked, Uncle Ben's",
  "21150":
    "Subway, sweet onion chicken teriyaki sub on white bread with lettuce, tomato and sweet onion sauce",
  "21512": 'Pizza Hut 14" cheese pizza, stuffed crust',
  "21153":
    "Fast foods, submarine sandwich, turkey, roast beef and ham on white bread with lettuce and tomato",
  "21124": "Fast foods, submarine sandwich, cold cut on white bread with lettuce and tomato",
  "21125": "Fast foods, submarine sandwich, roast beef on white bread with lettuce and tomato",
  "21126": "Fast foods, submarine sandwich, tuna on white bread with lettuce and tomato",
  "21508": "Wendy's, crispy chicken sandwich",
  "21526": "Chick-fil-A, chicken sandwich",
  "21603": "School Lunch, pizza, pepperoni topping, thick crust, whole grain, frozen, cooked",
  "27017": "Campbell's Homestyle Microwaveable Bowls, Healthy Request Italian-style wedding soup",
  "27018": "Campbell's Homestyle Microwaveable Bowls, Healthy Request Mexican style chicken tortilla soup",
  "27021": "Campbell's Homestyle Healthy Request chicken with whole grain pasta soup",
  "27022": "Campbell's Soup on the Go, Healthy Request chicken with mini noodles soup",
  "28002": "Kellogg's, Eggo, Nutri-Grain frozen fruit pizza, strawberry granola",
  "28077": "Keebler, Fudge Shoppe, Cheesecake Middles, original graham cookies",
  "28088": "Keebler, Fudge Shoppe, Fudge Stripes, holiday/Spiderman",
  "28098": "Keebler, Fudge Shoppe, Magic Middles fudge filled cookies, peanut butter",
  "28103": "Keebler, Gripz, Chips Deluxe, rainbow chocolate chip cookies, bite-size",
  "28114": "Keebler, 100 calorie Right Bites, Fudge Shoppe, dark chocolate fudge stripes",
  "28120": "Keebler, 100 calorie Right Bites, Fudge Shoppe, mini mints Grasshopper",
  "28121": "Keebler, 100 calorie Right Bites, Sandies shortbread cookies, fudge dipped",
  "28149": "Keebler, Town House, flatbread crisps, sea salt and olive oil crackers",
  "28178": "Kellogg's, Pop-Tarts, Ice Cream Shoppe frosted hot fudge sundae toaster pastries",
  "28179": "Kellogg's, Pop-Tarts, Ice Cream Shoppe frosted ice creme sandwich toaster pastries",
  "28180": "Kellogg's, Pop-Tarts, Ice Cream Shoppe frosted rainbow chip toaster pastries",
  "28181": "Kellogg's, Pop-Tarts, Ice Cream Shoppe frosted strawberry milkshake toaster pastries",
  "28182": "Kellogg's, Pop-Tarts, Ice Cream Shoppe frosted vanilla milkshake toaster pastries",
  "28193": "Kellogg's, Pop-Tarts, Yum-azing vanilla milkshake toaster pastries",
  "28344": "Crackers, gluten-free, multigrain and vegetable, made with corn starch",
  "28376": "Van's, The Perfect 10, crispy six whole grain + four seed baked crackers",
  "28399": "Cookies, animal crackers (includes arrowroot, tea biscuits)",
  "33862": "Infant formula, Mead Johnson, Enfamil, Premium, newborn, powder",
  "33864":
    "Infant formula, Mead Johnson, Enfamil, Premium LIPIL, infant, liquid concentrate, not reconstituted",
  "33865": "Infant formula, Mead Johnson, Enfamil, Premium, infant, liquid concentrate, not reconstituted",
  "33866": "Infant formula, Mead Johnson, Enfamil, Enfagrow, Gentlease, toddler, LIPIL, powder",
  "33870": "Infant formula, Mead Johnson, Enfamil, Enfagrow, soy, toddler, LIPIL, powder",
  "33871": "Infant formula, Abbott Nutrition, Similac, Go & Grow, powder, with ARA and DHA",
  "33873": "Infant formula, Mead Johnson, Enfamil, Nutramigen AA LIPIL, powder, not reconstituted",
  "33874": "Infant formula, Mead Johnson, Enfamil, premature, 20 calorie, ready-to-feed, low iron",
  "33875": "Infant formula, Mead Johnson, Enfamil, premature, 24 calorie, ready-to-feed, low iron",
  "33879": "Babyfood, finger snacks, Gerber, Graduates, Lil' Crunchies, mild cheddar",
  "36009": "T.G.I. Friday's, macaroni and cheese, from kid's menu",
  "36033": "Restaurant, family style, fish fillet, battered or breaded, fried",
  "42284": "Babyfood, baked product, finger snacks cereal, fortified",
};

/** Foods whose short description is unreadable but whose SR24 description under the same number is valid. */
export const TRUST_SR24: ReadonlySet<string> = new Set(
  (
    "03814 03815 03944 06237 08542 03854 03857 03864 03870 03936 03946 03956 03961 03963 06220 06233 06234 06995 19256 19258 21425 21426 " +
    "25005 25006 25015"
  ).split(" "),
);
