DROP INDEX "activity_sort_name";
--> statement-breakpoint
DROP INDEX "sub_processor_sort_name";
--> statement-breakpoint
DROP INDEX "data_category_sort_name";
--> statement-breakpoint
DROP INDEX "data_subject_sort_name";
--> statement-breakpoint
DROP INDEX "party_sort_name";
--> statement-breakpoint
DROP INDEX "measure_sort_name";
--> statement-breakpoint
DROP INDEX "organisation_sort_name";
--> statement-breakpoint
DROP INDEX "product_sort_name";
--> statement-breakpoint
DROP INDEX "document_sort_name";
--> statement-breakpoint
CREATE INDEX "activity_sort_name" ON "activities" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "sub_processor_sort_name" ON "sub_processors" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "data_category_sort_name" ON "data_categories" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "data_subject_sort_name" ON "data_subjects" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "party_sort_name" ON "parties" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "measure_sort_name" ON "measures" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "organisation_sort_name" ON "organisations" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "product_sort_name" ON "products" USING btree ("sort_name","number");
--> statement-breakpoint
CREATE INDEX "document_sort_name" ON "documents" USING btree ("sort_name","number");
