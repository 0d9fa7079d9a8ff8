package org.apctck.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the arrows between modules and packages as ARCHITECTURE.md draws them. Here, because the command sees all modules. */
@AnalyzeClasses(
        packages = "org.apctck",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoPackageInfo.class})
final class ArchitectureTest {
    /** A rule that finds none of its classes fails, so that a renamed package does not switch it off. */
    private static final boolean MAY_BE_EMPTY = false;

    @ArchTest
    static final ArchRule specKnowsNoOtherModule = knowsOnly("org.apctck.spec..");

    @ArchTest
    static final ArchRule kitKnowsSpec = knowsOnly("org.apctck.kit..", "org.apctck.spec..");

    @ArchTest
    static final ArchRule referenceKnowsSpec = knowsOnly("org.apctck.reference..", "org.apctck.spec..");

    @ArchTest
    static final ArchRule nativeAdapterKnowsKitAndSpec =
            knowsOnly("org.apctck.jna..", "org.apctck.kit..", "org.apctck.spec..");

    @ArchTest
    static final ArchRule featuresKnowKitAndSpec =
            knowsOnly("org.apctck.features..", "org.apctck.kit..", "org.apctck.spec..");

    @ArchTest
    static final ArchRule reportsKnowKitAndSpec =
            knowsOnly("org.apctck.reports..", "org.apctck.kit..", "org.apctck.spec..");

    @ArchTest
    static final ArchRule kernelKnowsNoWin32AndNoDriver = noClasses()
            .that()
            .resideInAPackage("org.apctck.reference.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apctck.reference.win32..",
                    "org.apctck.reference.model..",
                    "org.apctck.reference.search..",
                    "org.apctck.reference.following..",
                    "org.apctck.reference.live..")
            .allowEmptyShould(MAY_BE_EMPTY);

    @ArchTest
    static final ArchRule win32KnowsNoDriver = noClasses()
            .that()
            .resideInAPackage("org.apctck.reference.win32..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apctck.reference.model..",
                    "org.apctck.reference.search..",
                    "org.apctck.reference.following..",
                    "org.apctck.reference.live..")
            .allowEmptyShould(MAY_BE_EMPTY);

    /** Each package is a slice of its own, a module's root package too. */
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.apctck.(**)").should().beFreeOfCycles();

    private static ArchRule knowsOnly(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAPackage("org.apctck..")
                        .and(not(resideInAPackage(module)))
                        .and(not(resideInAnyPackage(others))))
                .allowEmptyShould(MAY_BE_EMPTY);
    }

    /** Leaves out package-info classes: a package that holds nothing else is empty. */
    static final class NoPackageInfo implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("package-info");
        }
    }
}
