// Tests mostly wait: for what was throttled, late or lost to be tried again.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]
