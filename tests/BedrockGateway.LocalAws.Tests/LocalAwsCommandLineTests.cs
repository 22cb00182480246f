using System.Net;

namespace BedrockGateway.LocalAws.Tests;

public sealed class LocalAwsCommandLineTests
{
    [Fact]
    public void NothingGiven_IsThisMachineAlone()
    {
        var options = Parse();

        Assert.Equal((4566, 5080, IPAddress.Loopback), (options.EdgePort, options.GatewayPort, options.BindAddress));
        Assert.Empty(options.FunctionPorts);
        Assert.Null(options.FunctionPackage);
    }

    [Fact]
    public void SwitchWithoutValue_IsOn()
    {
        var options = Parse("--fresh", "--control-rates", "--data", "state");

        Assert.Equal((true, true, "state"), (options.Fresh, options.EnforceControlRates, options.DataFolder));
    }

    [Fact]
    public void LastOfTwo_Counts()
    {
        var options = Parse("--bind", "0.0.0.0", "--port", "1", "--port", "2", "--bind", "::1");

        Assert.Equal((2, IPAddress.IPv6Loopback), (options.EdgePort, options.BindAddress));
    }

    [Fact]
    public void FunctionPorts_AreListedByName()
    {
        var options = Parse("--function-ports", "accounts=9001,pre-signup=9003");

        Assert.Equal(
            new Dictionary<string, int> { ["accounts"] = 9001, ["pre-signup"] = 9003 }, options.FunctionPorts);
    }

    [Fact]
    public void PackageOfFunctions_HasToBeThere()
    {
        var file = typeof(LocalAwsCommandLineTests).Assembly.Location;

        Assert.Equal(file, Parse("--with-api", file).FunctionPackage);
        Assert.Null(Parse("--with-api", file, "--with-api", "false").FunctionPackage);
        var beside = Path.Combine(AppContext.BaseDirectory, "api.zip");
        Assert.False(LocalAwsCommandLine.TryParse(["--with-api"], out _, out var problem));
        Assert.Equal(
            $"There is no package of functions at {beside}. The container image has one; elsewhere name a zip file of "
            + "the API's native executable, 'bootstrap': --with-api <package.zip>.",
            problem);
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--port")]
    [InlineData("--bind", "here")]
    [InlineData("--function-ports", "9001")]
    [InlineData("--function-ports", "accounts=9001,")]
    [InlineData("--function-ports", "accounts=many")]
    [InlineData("--fresh", "yes")]
    [InlineData("--freshly")]
    public void WhatIsNotUnderstood_IsNamedWithTheUsage(params string[] arguments)
    {
        Assert.False(LocalAwsCommandLine.TryParse(arguments, out _, out var problem));
        Assert.StartsWith(
            $"'{arguments[0]} {arguments.ElementAtOrDefault(1)}' is not understood. Usage: --port <0-65535> ",
            problem,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Usage_ListsEveryArgument()
    {
        Assert.False(LocalAwsCommandLine.TryParse(["--help"], out _, out var problem));
        Assert.Equal(
            "'--help ' is not understood. Usage: --port <0-65535> --gateway-port <0-65535> --bind <IP address> "
            + "--region <name> --account <12 digits> --bootstrapped <true|false> --enforce-policies <true|false> "
            + "--debug-functions <true|false> --data <folder> --fresh <true|false> --control-rates <true|false> "
            + "--faults <JSON list of rules> --function-ports <name=port,...> --with-api [<package.zip>] "
            + "--bedrock-upstream <http address of an OpenAI API> "
            + "--bedrock-upstream-model <[Bedrock model id=]name>, "
            + "or: functions [--start] [--endpoint <http address of LocalAws>], "
            + "or: health [--endpoint <http address of LocalAws>]",
            problem);
    }

    private static LocalAwsOptions Parse(params string[] arguments)
    {
        Assert.True(LocalAwsCommandLine.TryParse(arguments, out var options, out var problem), problem);
        return options;
    }
}
