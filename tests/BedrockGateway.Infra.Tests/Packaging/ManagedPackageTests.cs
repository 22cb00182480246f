using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>The template of a package for Lambda's own .NET runtime.</summary>
public sealed class ManagedPackageTests
{
    private static readonly GatewaySettings Settings =
        new() { LambdaPackage = LambdaPackage.Managed, OrganizationDomain = "example.com" };

    private static readonly JsonObject Managed = SynthesizedStack.Template(Settings);

    [Fact]
    public void Functions_RunOnDotNet10AndAreToldWhichTheyAre() =>
        Assert.Equal(
            [
                ("BedrockGateway-accounts", "dotnet10", "BedrockGateway.Api", "accounts", "PublishedVersions"),
                ("BedrockGateway-models", "dotnet10", "BedrockGateway.Api", "models", "PublishedVersions"),
                ("BedrockGateway-pre-signup", "dotnet10", "BedrockGateway.Api", "pre-signup", "PublishedVersions"),
            ],
            Managed.Resources("AWS::Lambda::Function")
                .Select(function => (
                    (string)function.Properties["FunctionName"]!,
                    (string)function.Properties["Runtime"]!,
                    (string)function.Properties["Handler"]!,
                    (string)function.Properties["Environment"]!["Variables"]!["GATEWAY_FUNCTION"]!,
                    (string)function.Properties["SnapStart"]!["ApplyOn"]!))
                .Order());

    [Fact]
    public void Alias_NamesTheVersionOfItsFunction()
    {
        var versions = Managed.Resources("AWS::Lambda::Version")
            .ToDictionary(version => version.LogicalId, version => Ref(version.Properties["FunctionName"]));
        var aliases = Managed.Resources("AWS::Lambda::Alias").ToList();

        Assert.Equal(3, aliases.Count);
        Assert.All(aliases, alias =>
        {
            Assert.Equal("live", (string?)alias.Properties["Name"]);
            var version = (string)alias.Properties["FunctionVersion"]!["Fn::GetAtt"]![0]!;
            Assert.Equal(Ref(alias.Properties["FunctionName"]), versions[version]);
        });
    }

    [Fact]
    public void Callers_UseTheAlias()
    {
        var aliases = Managed.Resources("AWS::Lambda::Alias").Select(alias => alias.LogicalId).ToHashSet();
        var proxies = Managed.Resources("AWS::ApiGateway::Method")
            .Select(method => method.Properties["Integration"]!.ToJsonString())
            .Where(integration => integration.Contains("AWS_PROXY", StringComparison.Ordinal))
            .ToList();
        var trigger = Managed.Resources("AWS::Cognito::UserPool").Single().Properties["LambdaConfig"]!["PreSignUp"];

        var streamed = proxies.FindAll(
            uri => uri.Contains("-models:live/response-streaming-inv", StringComparison.Ordinal));
        Assert.Equal(3, streamed.Count);
        Assert.All(
            proxies.Except(streamed),
            uri => Assert.Contains("-accounts:live/invocations", uri, StringComparison.Ordinal));
        Assert.All(
            Managed.Resources("AWS::Lambda::Permission"),
            permission => Assert.Contains(Ref(permission.Properties["FunctionName"]), aliases));
        Assert.Contains(Ref(trigger), aliases);
    }

    [Fact]
    public void ChangedConfiguration_PublishesAnotherVersion()
    {
        var same = Versions(Settings);
        var changed = Versions(Settings with { OrganizationDomain = "example.org" });
        var other = Versions(Settings with { LambdaArch = LambdaArch.Arm64 });

        Assert.Equal(3, same.Count);
        Assert.Equal(Versions(Settings), same);
        Assert.Equal(2, changed.Intersect(same).Count());
        Assert.Empty(other.Intersect(same));
    }

    [Theory]
    [InlineData(LambdaPackage.Native)]
    [InlineData(LambdaPackage.Managed)]
    public void Arch_IsThatOfTheSettings(LambdaPackage package)
    {
        var template = SynthesizedStack.Template(new() { LambdaPackage = package, LambdaArch = LambdaArch.Arm64 });

        Assert.All(
            template.Resources("AWS::Lambda::Function"),
            function => Assert.Equal("""["arm64"]""", function.Properties["Architectures"]!.ToJsonString()));
    }

    [Fact]
    public void NativePackage_HasNoVersions()
    {
        var native = SynthesizedStack.Template(new() { LambdaPackage = LambdaPackage.Native });

        Assert.Empty(native.Resources("AWS::Lambda::Version"));
        Assert.Empty(native.Resources("AWS::Lambda::Alias"));
        Assert.All(
            native.Resources("AWS::Lambda::Function"),
            function => Assert.Equal("provided.al2023", (string?)function.Properties["Runtime"]));
    }

    // Its processes poll for the function, whatever the deployed ones are.
    [Fact]
    public void LocalRun_IsTheSameForBothPackages() =>
        Assert.True(JsonNode.DeepEquals(
            SynthesizedStack.Template(Settings with { FunctionsRunLocally = true }),
            SynthesizedStack.Template(
                Settings with { FunctionsRunLocally = true, LambdaPackage = LambdaPackage.Native })));

    private static List<string> Versions(GatewaySettings settings) =>
        [.. SynthesizedStack.Template(settings).Resources("AWS::Lambda::Version").Select(version => version.LogicalId)];

    private static string Ref(JsonNode? value) => (string)value!["Ref"]!;
}
