DROP INDEX `activity_sort_name`;
--> statement-breakpoint
CREATE INDEX `activity_sort_name` ON `activities` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `sub_processor_sort_name`;
--> statement-breakpoint
CREATE INDEX `sub_processor_sort_name` ON `sub_processors` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `data_category_sort_name`;
--> statement-breakpoint
CREATE INDEX `data_category_sort_name` ON `data_categories` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `data_subject_sort_name`;
--> statement-breakpoint
CREATE INDEX `data_subject_sort_name` ON `data_subjects` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `party_sort_name`;
--> statement-breakpoint
CREATE INDEX `party_sort_name` ON `parties` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `measure_sort_name`;
--> statement-breakpoint
CREATE INDEX `measure_sort_name` ON `measures` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `organisation_sort_name`;
--> statement-breakpoint
CREATE INDEX `organisation_sort_name` ON `organisations` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `product_sort_name`;
--> statement-breakpoint
CREATE INDEX `product_sort_name` ON `products` (`sort_name`,`number`);
--> statement-breakpoint
DROP INDEX `document_sort_name`;
--> statement-breakpoint
CREATE INDEX `document_sort_name` ON `documents` (`sort_name`,`number`);
