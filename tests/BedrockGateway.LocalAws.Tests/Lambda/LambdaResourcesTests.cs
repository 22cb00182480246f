using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.Lambda;

public sealed class LambdaResourcesTests(LambdaFixture fixture) : IClassFixture<LambdaFixture>
{
    private const string Prefix = "arn:aws:lambda:us-east-1:000000000000:function:";

    private const string AnyGetOfProd = "arn:aws:execute-api:us-east-1:000000000000:abc123/prod/GET/*";

    [Fact]
    public async Task Function_HasAGeneratedNameAndItsConfiguration()
    {
        var made = await CreateAsync("AWS::Lambda::Function", """
            {"Runtime":"dotnet10","Handler":"models","Role":"arn:aws:iam::000000000000:role/r","Timeout":"29",
             "MemorySize":512,"Environment":{"Variables":{"A":"1","B":2}},"Architectures":["arm64"],
             "LoggingConfig":{"LogGroup":"lg"},"SnapStart":{"ApplyOn":"PublishedVersions"},
             "TracingConfig":{"Mode":"Active"}}
            """);

        Assert.Matches("^stack-Logical-[A-Z0-9]{12}$", made.PhysicalId);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Arn"] = Prefix + made.PhysicalId,
                ["SnapStartResponse.ApplyOn"] = "PublishedVersions",
                ["SnapStartResponse.OptimizationStatus"] = "Off",
            },
            made.Attributes);
        var configuration = await GetAsync($"/2015-03-31/functions/{made.PhysicalId}/configuration");
        var revision = (string)configuration["RevisionId"]!;
        var modified = (string)configuration["LastModified"]!;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$", modified);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$$"""
                {"FunctionName":"{{{made.PhysicalId}}}","FunctionArn":"{{{Prefix}}}{{{made.PhysicalId}}}",
                 "Runtime":"dotnet10","Role":"arn:aws:iam::000000000000:role/r","Handler":"models","CodeSize":0,
                 "Description":"",
                 "Timeout":29,"MemorySize":512,
                 "LastModified":"{{{modified}}}","Version":"$LATEST","Environment":{"Variables":{"A":"1","B":"2"}},
                 "TracingConfig":{"Mode":"Active"},"RevisionId":"{{{revision}}}","State":"Active",
                 "LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],
                 "SnapStart":{"ApplyOn":"PublishedVersions","OptimizationStatus":"Off"},
                 "LoggingConfig":{"LogFormat":"Text","LogGroup":"lg"}}
                """),
            configuration));
        var function = await GetAsync($"/2015-03-31/functions/{Uri.EscapeDataString(Prefix + made.PhysicalId)}");
        Assert.True(JsonNode.DeepEquals(configuration, function["Configuration"]));
        var listed = await GetAsync("/2015-03-31/functions/");
        Assert.Contains(listed["Functions"]!.AsArray(), each => JsonNode.DeepEquals(each, configuration));
    }

    [Fact]
    public async Task Function_OpensItsRuntimeApi()
    {
        var made = await CreateAsync("AWS::Lambda::Function", """{"FunctionName":"stack-accounts"}""");

        using var poller = await fixture.PollAsync("stack-accounts");
        var invoked = fixture.InvokeAsync(made.Attributes["Arn"]);
        await poller.EchoAsync();

        Assert.Equal("stack-accounts", made.PhysicalId);
        Assert.Equal("$LATEST", (await invoked).ExecutedVersion);
    }

    [Fact]
    public async Task Function_IsChangedInPlaceAndRemoved()
    {
        var handler = Handler("AWS::Lambda::Function");
        var made = await CreateAsync("AWS::Lambda::Function", """{"FunctionName":"changing","Timeout":3}""");

        await handler.UpdateAsync(
            Request("""{"FunctionName":"changing","Timeout":5}"""),
            made.PhysicalId,
            [],
            TestContext.Current.CancellationToken);
        var changed = fixture.Functions.Find("changing")!.Settings;
        await handler.DeleteAsync(made.PhysicalId, [], TestContext.Current.CancellationToken);
        await handler.DeleteAsync(made.PhysicalId, [], TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(5), changed.Timeout);
        Assert.Null(fixture.Functions.Find("changing"));
    }

    [Fact]
    public async Task NameThatIsTaken_IsRefused()
    {
        await CreateAsync("AWS::Lambda::Function", """{"FunctionName":"taken"}""");

        var refused = await Assert.ThrowsAsync<AwsFault>(() =>
            CreateAsync("AWS::Lambda::Function", """{"FunctionName":"taken"}"""));

        Assert.Equal("Function already exist: taken", refused.Message);
        Assert.Equal("ResourceConflictException", refused.Code);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Theory]
    [InlineData(
        """{"Runtime":"provided.al2023","SnapStart":{"ApplyOn":"PublishedVersions"}}""",
        "provided.al2023 is not SnapStart enabled. Please switch to a SnapStart enabled runtime.")]
    [InlineData(
        """
        {"Code":{"S3Bucket":"cdk-hnb659fds-assets-000000000000-us-east-1","S3Key":"absent.zip"}}
        """,
        "Error occurred while GetObject. S3 Error Code: NoSuchKey. "
        + "S3 Error Message: The specified key does not exist.")]
    [InlineData("""{"Timeout":901}""", "Timeout is '901'; allowed is 1 to 900.")]
    [InlineData("""{"MemorySize":"64"}""", "MemorySize is '64'; allowed is 128 to 10240.")]
    public async Task ValueThatLambdaDoesNotTake_IsRefused(string properties, string message)
    {
        var refused = await Assert.ThrowsAsync<AwsFault>(() => CreateAsync("AWS::Lambda::Function", properties));

        Assert.Equal(message, refused.Message);
        Assert.Equal("InvalidParameterValueException", refused.Code);
    }

    [Fact]
    public async Task VersionAndAlias_RunTheFrozenConfiguration()
    {
        var name = fixture.AddFunction();
        var version = await CreateAsync("AWS::Lambda::Version", $$"""{"FunctionName":"{{name}}"}""");
        var alias = await CreateAsync(
            "AWS::Lambda::Alias", $$"""{"FunctionName":"{{name}}","Name":"live","FunctionVersion":"1"}""");
        fixture.Functions.Change(
            name, function => function with { Settings = function.Settings with { MemoryMegabytes = 1024 } });
        using var poller = await fixture.PollAsync(name);

        var invoked = fixture.InvokeAsync(alias.PhysicalId);
        var next = await poller.NextAsync();
        await poller.RespondAsync(next.Id, "1");
        var result = await invoked;

        Assert.Equal($"{Prefix}{name}:1", version.PhysicalId);
        Assert.Equal(
            new Dictionary<string, string> { ["Version"] = "1", ["FunctionArn"] = $"{Prefix}{name}:1" },
            version.Attributes);
        Assert.Equal($"{Prefix}{name}:live", alias.PhysicalId);
        Assert.Equal(new Dictionary<string, string> { ["AliasArn"] = $"{Prefix}{name}:live" }, alias.Attributes);
        Assert.Equal("1", result.ExecutedVersion);
        Assert.Equal($"{Prefix}{name}:live", next.Header("Lambda-Runtime-Invoked-Function-Arn"));
        Assert.Contains("\tMemory Size: 128 MB\t", result.LogTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VersionNumbers_AreNotUsedAgain()
    {
        var name = fixture.AddFunction();
        var first = await CreateAsync("AWS::Lambda::Version", $$"""{"FunctionName":"{{name}}"}""");
        await Handler("AWS::Lambda::Version").DeleteAsync(first.PhysicalId, [], TestContext.Current.CancellationToken);

        var second = await CreateAsync("AWS::Lambda::Version", $$"""{"FunctionName":"{{name}}"}""");

        Assert.Equal($"{Prefix}{name}:2", second.PhysicalId);
        Assert.Equal(["2"], fixture.Functions.Find(name)!.Versions.Keys);
    }

    [Fact]
    public async Task AliasOfAVersionThatIsNone_IsRefused()
    {
        var name = fixture.AddFunction();

        var refused = await Assert.ThrowsAsync<AwsFault>(() => CreateAsync(
            "AWS::Lambda::Alias", $$"""{"FunctionName":"{{name}}","Name":"live","FunctionVersion":"7"}"""));

        Assert.Equal($"Function not found: {Prefix}{name}:7", refused.Message);
    }

    [Theory]
    [InlineData("apigateway.amazonaws.com", "abc123/prod/GET/bedrock/x", true)]
    [InlineData("apigateway.amazonaws.com", "abc123/prod/POST/bedrock", false)]
    [InlineData("apigateway.amazonaws.com", "other1/prod/GET/bedrock", false)]
    [InlineData("cognito-idp.amazonaws.com", "abc123/prod/GET/bedrock", false)]
    public async Task Permission_LetsItsPrincipalInFromItsSource(string principal, string method, bool isPermitted)
    {
        var source = $"arn:aws:execute-api:us-east-1:000000000000:{method}";
        var name = fixture.AddFunction();
        await PermitAsync(name, AnyGetOfProd);

        Assert.Equal(isPermitted, fixture.Invoker.Permits(name, principal, source));
        Assert.Equal(isPermitted, fixture.Invoker.Permits(Prefix + name, principal, source));
    }

    [Fact]
    public async Task Permission_IsOfItsQualifierAndEndsWithTheResource()
    {
        var name = fixture.AddFunction();
        await CreateAsync("AWS::Lambda::Version", $$"""{"FunctionName":"{{name}}"}""");
        await CreateAsync(
            "AWS::Lambda::Alias", $$"""{"FunctionName":"{{name}}","Name":"live","FunctionVersion":"1"}""");
        var made = await PermitAsync($"{Prefix}{name}:live", AnyGetOfProd);
        const string Source = "arn:aws:execute-api:us-east-1:000000000000:abc123/prod/GET/bedrock";

        Assert.True(fixture.Invoker.Permits($"{name}:live", "apigateway.amazonaws.com", Source));
        Assert.False(fixture.Invoker.Permits(name, "apigateway.amazonaws.com", Source));
        await Handler("AWS::Lambda::Permission").DeleteAsync(
            made.PhysicalId,
            new JsonObject { ["FunctionName"] = $"{Prefix}{name}:live" },
            TestContext.Current.CancellationToken);
        Assert.False(fixture.Invoker.Permits($"{name}:live", "apigateway.amazonaws.com", Source));
    }

    [Fact]
    public async Task PermissionOfNoFunction_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<AwsFault>(() => PermitAsync("absent", AnyGetOfProd));

        Assert.Equal($"Function not found: {Prefix}absent", refused.Message);
    }

    [Theory]
    [InlineData("f", "f", null)]
    [InlineData("f:live", "f", "live")]
    [InlineData("000000000000:function:f", "f", null)]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:f", "f", null)]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST", "f", "$LATEST")]
    public void Reference_IsReadInEveryForm(string text, string name, string? qualifier) =>
        Assert.Equal(new FunctionReference(name, qualifier), FunctionReference.Parse(text));

    private static ResourceRequest Request(string properties) => new(
        "stack",
        "arn:aws:cloudformation:us-east-1:000000000000:stack/stack/id",
        "Logical",
        JsonNode.Parse(properties)!.AsObject());

    private IResourceHandler Handler(string type) =>
        fixture.Services<IResourceHandler>().Single(handler => handler.Type == type);

    private Task<ResourceResult> CreateAsync(string type, string properties) =>
        Handler(type).CreateAsync(Request(properties), TestContext.Current.CancellationToken).AsTask();

    private Task<ResourceResult> PermitAsync(string function, string source) => CreateAsync(
        "AWS::Lambda::Permission",
        $$"""
        {"FunctionName":"{{function}}","Action":"lambda:InvokeFunction","Principal":"apigateway.amazonaws.com",
         "SourceArn":"{{source}}"}
        """);

    private async Task<JsonNode> GetAsync(string path)
    {
        var json = await fixture.Edge.GetStringAsync(
            new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonNode.Parse(json)!;
    }
}
