import { z } from "zod";
import { anyId } from "@/lib/fields";
import {
  barcodeField,
  barcodeView,
  favouriteInput,
  favouriteView,
  foodId,
  foodSearchQuery,
  foodSummary,
  foodView,
  ownFoodInput,
  readInput,
  readView,
  recipeId,
  recipeInput,
  recipeSummary,
  recipeView,
  similarFood,
  similarQuery,
} from "@/lib/foods/schemas";
import { operation } from "@/lib/http";
import { gone, id, page, pageQuery } from "./shapes";

/** Foods, recipes, barcodes and favourites. */
export const foods = {
  searchFoods: operation({
    method: "get",
    path: "/foods",
    summary:
      "Find foods, best first; one that only comes near to what was asked for says onlyClose, and where the first one does nothing answers the words",
    access: "read",
    area: "foods",
    query: foodSearchQuery,
    responses: { 200: { description: "What was found", body: page(foodSummary) } },
  }),

  createFood: operation({
    method: "post",
    path: "/foods",
    summary: "Make a food of one's own; a nutrient left out or null is unknown",
    access: "write",
    area: "foods",
    body: ownFoodInput,
    responses: { 201: { description: "Made", body: foodView } },
  }),

  getFood: operation({
    method: "get",
    path: "/foods/{id}",
    summary: "One food: amounts per 100 g, portions, and where each number is from",
    access: "read",
    area: "foods",
    params: id(anyId),
    responses: { 200: { description: "The food", body: foodView } },
  }),

  putFood: operation({
    method: "put",
    path: "/foods/{id}",
    summary:
      "Create or replace a food of one's own, under own: and a UUID of your making; sending it again changes nothing, and what was logged of it stays as it was",
    access: "write",
    area: "foods",
    conditional: "resource",
    params: id(foodId),
    body: ownFoodInput,
    responses: {
      200: { description: "The same again, or replaced", body: foodView },
      201: { description: "New", body: foodView },
    },
  }),

  deleteFood: operation({
    method: "delete",
    path: "/foods/{id}",
    summary: "Delete a food of one's own; what was logged of it stays",
    access: "write",
    area: "foods",
    conditional: "resource",
    params: id(foodId),
    responses: { 204: gone },
  }),

  readLine: operation({
    method: "post",
    path: "/foods/read",
    summary:
      "Read a line of text as foods with their amounts and meals; nothing is saved. What is only closest to what was typed says so, and doubts name what was not understood",
    access: "read",
    area: "foods",
    body: readInput,
    responses: { 200: { description: "What was read", body: readView } },
  }),

  listRecipes: operation({
    method: "get",
    path: "/recipes",
    summary:
      "The recipes, the latest first, with what a serving holds; lowerBounds names the nutrients that not every ingredient has a value for",
    access: "read",
    area: "foods",
    query: pageQuery,
    responses: { 200: { description: "The recipes", body: page(recipeSummary) } },
  }),

  createRecipe: operation({
    method: "post",
    path: "/recipes",
    summary:
      "Make a recipe from foods, foods of one's own and other recipes; it is logged as the food recipe:{id}, by its portion serving or by weight",
    access: "write",
    area: "foods",
    body: recipeInput,
    responses: { 201: { description: "Made", body: recipeView } },
  }),

  getRecipe: operation({
    method: "get",
    path: "/recipes/{id}",
    summary: "One recipe: what each ingredient brings to the dish, and what a serving holds",
    access: "read",
    area: "foods",
    params: id(anyId),
    responses: { 200: { description: "The recipe", body: recipeView } },
  }),

  putRecipe: operation({
    method: "put",
    path: "/recipes/{id}",
    summary:
      "Create or replace a recipe; sending it again changes nothing, and what was logged of it stays as it was",
    access: "write",
    area: "foods",
    conditional: "resource",
    params: id(recipeId),
    body: recipeInput,
    responses: {
      200: { description: "The same again, or replaced", body: recipeView },
      201: { description: "New", body: recipeView },
    },
  }),

  deleteRecipe: operation({
    method: "delete",
    path: "/recipes/{id}",
    summary: "Delete a recipe; what was logged of it stays",
    access: "write",
    area: "foods",
    conditional: "resource",
    params: id(anyId),
    responses: { 204: gone },
  }),

  getBarcode: operation({
    method: "get",
    path: "/foods/barcode/{code}",
    summary:
      "What a barcode stands for: one's own food, else the product as Open Food Facts has it where the host switched that on; a product is a proposal and is saved by nobody",
    access: "read",
    area: "foods",
    params: z.object({ code: barcodeField }),
    responses: { 200: { description: "One's own food, or a product", body: barcodeView } },
  }),

  findSimilar: operation({
    method: "get",
    path: "/foods/similar",
    summary: "Foods of the table that are like a food by its name, energy and protein, the nearest first",
    access: "read",
    area: "foods",
    query: similarQuery,
    responses: { 200: { description: "At most three", body: z.object({ items: z.array(similarFood) }) } },
  }),

  listFavourites: operation({
    method: "get",
    path: "/favourites",
    summary: "The foods that are wanted at hand, the latest first; one that was deleted since is left out",
    access: "read",
    area: "foods",
    query: pageQuery,
    responses: { 200: { description: "The favourites", body: page(favouriteView) } },
  }),

  putFavourite: operation({
    method: "put",
    path: "/favourites/{id}",
    summary: "Make a food a favourite, with the amount that is usual; sending it again changes nothing",
    access: "write",
    area: "foods",
    params: id(anyId),
    body: favouriteInput,
    responses: {
      200: { description: "The same again, or with another amount", body: favouriteView },
      201: { description: "New", body: favouriteView },
    },
  }),

  deleteFavourite: operation({
    method: "delete",
    path: "/favourites/{id}",
    summary: "Make a food no favourite any more",
    access: "write",
    area: "foods",
    params: id(anyId),
    responses: { 204: gone },
  }),
};
