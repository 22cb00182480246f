// One Node.js process (jsii) answers for the whole assembly, and it takes one call at a time.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
