/**
 * The food groups of USDA's Standard Reference, in its order. `code`: first digits of NDB numbers assigned while these
 * were still numbered by group.
 */
export const FOOD_GROUPS = {
  dairyEgg: { code: "01", label: "Dairy and egg products" },
  spicesHerbs: { code: "02", label: "Spices and herbs" },
  babyFoods: { code: "03", label: "Baby foods" },
  fatsOils: { code: "04", label: "Fats and oils" },
  poultry: { code: "05", label: "Poultry" },
  soupsSauces: { code: "06", label: "Soups, sauces and gravies" },
  sausagesLuncheonMeats: { code: "07", label: "Sausages and luncheon meats" },
  breakfastCereals: { code: "08", label: "Breakfast cereals" },
  fruits: { code: "09", label: "Fruits and fruit juices" },
  pork: { code: "10", label: "Pork" },
  vegetables: { code: "11", label: "Vegetables" },
  nutsSeeds: { code: "12", label: "Nuts and seeds" },
  beef: { code: "13", label: "Beef" },
  beverages: { code: "14", label: "Beverages" },
  fishShellfish: { code: "15", label: "Fish and shellfish" },
  legumes: { code: "16", label: "Legumes" },
  lambVealGame: { code: "17", label: "Lamb, veal and game" },
  bakedProducts: { code: "18", label: "Baked products" },
  sweets: { code: "19", label: "Sweets" },
  grainsPasta: { code: "20", label: "Cereal grains and pasta" },
  fastFoods: { code: "21", label: "Fast foods" },
  meals: { code: "22", label: "Meals, entrées and side dishes" },
  snacks: { code: "25", label: "Snacks" },
  nativeFoods: { code: "35", label: "American Indian and Alaska Native foods" },
  restaurantFoods: { code: "36", label: "Restaurant foods" },
} as const;

export type FoodGroup = keyof typeof FOOD_GROUPS;

/** All food groups in USDA's order. */
export const FOOD_GROUP_IDS = Object.keys(FOOD_GROUPS) as readonly FoodGroup[];
