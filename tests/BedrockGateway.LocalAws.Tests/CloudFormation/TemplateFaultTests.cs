namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class TemplateFaultTests
{
    private const string Thing = """{"Type":"AWS::Sample::Thing"}""";

    [Theory]
    [InlineData("garbage", "Template format error: unsupported structure.")]
    [InlineData("[]", "Template format error: unsupported structure.")]
    [InlineData("""{"Resources":""", "Template format error: JSON not well-formed. (line 1, column 14)")]
    [InlineData("Resources:\n  A: [1\n", "Template format error: YAML not well-formed. (line 3, column 1)")]
    [InlineData(
        "Resources:\n  A:\n    Type: X\n  A:\n    Type: Y\n",
        "Template format error: YAML not well-formed. (line 4, column 3)")]
    [InlineData(
        "Resources:\n  A: &a\n    Type: X\n  B: *a\n",
        "Template error: YAML aliases are not allowed in CloudFormation templates")]
    [InlineData("{}", "Template format error: At least one Resources member must be defined.")]
    [InlineData("""{"Resources":{"A":"text"}}""", "Template format error: Any Resources member must be an object.")]
    [InlineData(
        """{"Resources":{"A":{}}}""",
        "Template format error: [/Resources/A] Every Resources object must contain a Type member.")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing"}},"Stuff":{}}""",
        "Invalid template property or properties [Stuff]")]
    [InlineData(
        """{"Transform":"AWS::Serverless-2016-10-31","Resources":{"A":{"Type":"AWS::Sample::Thing"}}}""",
        "LocalAws does not emulate the Transform section of a template.")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing","Properties":{"Value":{"Ref":"X"}}}}}""",
        "Template format error: Unresolved resource dependencies [X] in the Resources block of the template")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing","DependsOn":"X"}}}""",
        "Template format error: Unresolved resource dependencies [X] in the Resources block of the template")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing","Properties":{"Value":{"Fn::Sub":"${X}"}}}}}""",
        "Template format error: Unresolved resource dependencies [X] in the Resources block of the template")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing","Properties":{"Value":{"Fn::GetAtt":["X","Arn"]}}}}}""",
        "Template error: instance of Fn::GetAtt references undefined resource X")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing"}},"Outputs":{"O":{"Value":{"Ref":"X"}}}}""",
        "Template format error: Unresolved resource dependencies [X] in the Outputs block of the template")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing","Condition":"C"}}}""",
        "Template format error: Unresolved condition dependency C in the Resources block of the template")]
    [InlineData(
        """{"Conditions":{"C":{"Fn::Equals":[{"Ref":"A"},"x"]}},"Resources":{"A":{"Type":"AWS::Sample::"""
        + """Thing","Condition":"C"}}}""",
        "Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block "
        + "of the template")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Nope::One"},"B":{"Type":"Custom::Two"},"C":{"Type":"AWS::Sample::"""
        + """Thing"}}}""",
        "Template format error: Unrecognized resource types: [AWS::Nope::One, Custom::Two]")]
    [InlineData(
        """{"Resources":{"A":{"Type":"AWS::Sample::Thing","DependsOn":"B"},"B":{"Type":"AWS::Sample::"""
        + """Thing","Properties":{"Value":{"Fn::Sub":"${A.Arn}"}}},"C":{"Type":"AWS::Sample::"""
        + """Thing","DependsOn":"B"},"D":{"Type":"AWS::Sample::Thing"}}}""",
        "Circular dependency between resources: [A, B]")]
    [InlineData(
        """{"Rules":{"R":{"Assertions":[{"Assert":{"Fn::Contains":[["a"],"b"]},"AssertDescription":"Not a."}]}}"""
        + ""","Resources":{"A":{"Type":"AWS::Sample::Thing"}}}""",
        "Template error: Rule R failed: Not a.")]
    public async Task WrongTemplate_IsRefusedInCloudFormationsWords(string template, string expected)
    {
        await using var lab = await StackLab.StartAsync();

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.CreateAsync(template));

        Assert.Equal("ValidationError", fault.Code);
        Assert.Equal(expected, fault.Message);
        Assert.Empty((await lab.Client.CallAsync("DescribeStacks")).Descendants("member"));
    }

    [Theory]
    [InlineData("""{"Type":"String"}""", null, "Parameters: [P] must have values")]
    [InlineData("""{"Type":"String","AllowedValues":["a","b"]}""", "c", "Parameter 'P' must be one of AllowedValues")]
    [InlineData("""{"Type":"String","AllowedPattern":"[a-z]+"}""", "ab1", "Parameter 'P' must match pattern [a-z]+")]
    [InlineData(
        """{"Type":"String","AllowedPattern":"[a-z]+","ConstraintDescription":"letters only"}""",
        "1", "Parameter 'P' failed to satisfy constraint: letters only")]
    [InlineData("""{"Type":"String","MinLength":2}""", "a", "Parameter 'P' must contain at least 2 characters")]
    [InlineData("""{"Type":"String","MaxLength":"2"}""", "abc", "Parameter 'P' must contain at most 2 characters")]
    [InlineData("""{"Type":"Number","MinValue":2}""", "1", "Parameter 'P' must be a number not less than 2")]
    [InlineData("""{"Type":"Number","MaxValue":2}""", "3", "Parameter 'P' must be a number not greater than 2")]
    [InlineData("""{"Type":"Number"}""", "x", "Parameter 'P' must be a number.")]
    [InlineData(
        """{"Type":"AWS::SSM::Parameter::Value<String>"}""", "/absent",
        "Unable to fetch parameters [/absent] from parameter store for this account.")]
    public async Task WrongParameter_IsRefused(string declaration, string? value, string expected)
    {
        await using var lab = await StackLab.StartAsync();
        (string, string)[] given = value is null
            ? []
            : [("Parameters.member.1.ParameterKey", "P"), ("Parameters.member.1.ParameterValue", value)];

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.CreateAsync(
            $$$"""{"Parameters":{"P":{{{declaration}}}},"Resources":{"A":{{{Thing}}}}}""", given));

        Assert.Equal(expected, fault.Message);
    }

    [Fact]
    public async Task ParameterThatTheTemplateHasNot_IsRefused()
    {
        await using var lab = await StackLab.StartAsync();

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.CreateAsync(
            $$$"""{"Resources":{"A":{{{Thing}}}}}""",
            ("Parameters.member.1.ParameterKey", "X"),
            ("Parameters.member.1.ParameterValue", "1")));

        Assert.Equal("Parameters: [X] do not exist in the template", fault.Message);
    }

    [Theory]
    [InlineData("""{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{}}}""", null, "CAPABILITY_IAM")]
    [InlineData(
        """{"Type":"AWS::IAM::Role","Properties":{"RoleName":"r","AssumeRolePolicyDocument":{}}}""",
        "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM")]
    public async Task MissingCapability_IsNamed(string resource, string? given, string required)
    {
        await using var lab = await StackLab.StartAsync();
        (string, string)[] fields = given is null ? [] : [("Capabilities.member.1", given)];

        var fault = await Assert.ThrowsAsync<QueryFault>(() =>
            lab.CreateAsync($$$"""{"Resources":{"A":{{{resource}}}}}""", fields));

        Assert.Equal("InsufficientCapabilitiesException", fault.Code);
        Assert.Equal($"Requires capabilities : [{required}]", fault.Message);
    }

    [Theory]
    [InlineData("9lives")]
    [InlineData("under_score")]
    public async Task WrongStackName_IsRefused(string name)
    {
        await using var lab = await StackLab.StartAsync();

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.Client.CallAsync(
            "CreateStack", ("StackName", name), ("TemplateBody", $$$"""{"Resources":{"A":{{{Thing}}}}}""")));

        Assert.Equal(
            $"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: " +
            "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*",
            fault.Message);
    }

    [Fact]
    public async Task ResourceUnderAFalseCondition_IsNotMade()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(
            $$"""
            {
              "Parameters": { "Domain": { "Type": "String", "Default": "" } },
              "Conditions": { "HasDomain": { "Fn::Not": [{ "Fn::Equals": [{ "Ref": "Domain" }, ""] }] } },
              "Resources": {
                "A": {{Thing}},
                "Trigger": { "Type": "AWS::Nope::One", "Condition": "HasDomain" },
                "B": {
                  "Type": "AWS::Sample::Thing", "DependsOn": "Trigger",
                  "Properties": { "Value": { "Fn::If": ["HasDomain", { "Ref": "Trigger" }, "none"] } }
                }
              },
              "Outputs": {
                "T": { "Condition": "HasDomain", "Value": { "Ref": "Trigger" } },
                "Always": { "Value": { "Ref": "B" } }
              }
            }
            """);

        Assert.Equal("CREATE_COMPLETE", status);
        Assert.Equal(["create A ", "create B none"], lab.Handler.Calls);
        Assert.Equal(["Always"], (await lab.DescribeAsync("lab")).Descendants("OutputKey").Select(key => (string)key!));
    }

    [Fact]
    public async Task NoEchoParameter_IsMaskedAndStillUsed()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(
            """
            {
              "Parameters": { "Secret": { "Type": "String", "NoEcho": true } },
              "Resources": { "A": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Ref": "Secret" } } } }
            }
            """,
            ("Parameters.member.1.ParameterKey", "Secret"),
            ("Parameters.member.1.ParameterValue", "hush"));

        Assert.Equal("****", (string)(await lab.DescribeAsync("lab")).Descendants("ParameterValue").Single()!);
        Assert.Equal("hush", lab.Handler.Things["A-1"]);
    }
}
