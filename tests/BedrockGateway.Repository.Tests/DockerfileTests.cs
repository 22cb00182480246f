using System.Text.RegularExpressions;

namespace BedrockGateway.Repository.Tests;

/// <summary>What images are made by, as far as it can be judged without an engine.</summary>
public sealed partial class DockerfileTests
{
    public static TheoryData<string> Dockerfiles => ["containers/api/Dockerfile", "containers/local-aws/Dockerfile"];

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Image_IsOfOneStageOnTheBaseThatIsGiven(string path)
    {
        Assert.Equal("BASE=mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled", Values(path, "ARG")[0]);
        Assert.Equal(["${BASE}"], Values(path, "FROM"));
        // Whatever there is to run would have to be in the base image, which has no shell.
        Assert.Empty(Values(path, "RUN"));
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Process_IsNotRootAndGetsSignalsItself(string path)
    {
        Assert.Equal(["1654:1654"], Values(path, "USER"));
        Assert.Equal(["SIGTERM"], Values(path, "STOPSIGNAL"));
        Assert.Matches("^[[]\".*\"]$", Assert.Single(Values(path, "ENTRYPOINT")));
        Assert.Matches(" CMD [[]\".*\"]$", Assert.Single(Values(path, "HEALTHCHECK")));
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void ClassicBuilder_KnowsAllOfIt(string path)
    {
        Assert.DoesNotMatch("--(chmod|link|mount|network|parents|start-interval)", Repository.Read(path));
        Assert.DoesNotMatch("(?m)^# *syntax *=|<<", Repository.Read(path));
    }

    // A line that ends with a backslash goes on.
    private static List<string> Values(string path, string instruction) =>
    [
        .. Instruction().Matches(Continuation().Replace(Repository.Read(path), " "))
            .Where(match => match.Groups[1].Value == instruction)
            .Select(match => match.Groups[2].Value),
    ];

    [GeneratedRegex(@"^([A-Z]+) +(.*)$", RegexOptions.Multiline)]
    private static partial Regex Instruction();

    [GeneratedRegex(@" *\\\n *")]
    private static partial Regex Continuation();
}
