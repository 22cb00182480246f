namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class StackUpdateTests
{
    private const string Base =
        """
        {
          "Resources": {
            "A": { "Type": "AWS::Sample::Thing", "Properties": { "Name": "n1", "Value": "one" } },
            "B": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Ref": "A" } } }
          },
          "Outputs": { "A": { "Value": { "Ref": "A" } } }
        }
        """;

    [Fact]
    public async Task SameTemplate_IsNoUpdate()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Base);

        var reformatted = Base.Replace("  ", " ", StringComparison.Ordinal);
        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.UpdateAsync(reformatted));

        Assert.Equal("ValidationError", fault.Code);
        Assert.Equal("No updates are to be performed.", fault.Message);
    }

    [Fact]
    public async Task ChangedProperty_UpdatesInPlaceAndOnlyThat()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Base);

        var status = await lab.UpdateAsync(Base.Replace("one", "two", StringComparison.Ordinal));

        Assert.Equal("UPDATE_COMPLETE", status);
        Assert.Equal(["create A one", "create B A-1", "update A-1 one -> two"], lab.Handler.Calls);
        Assert.Equal(
            [
                "lab UPDATE_IN_PROGRESS User Initiated",
                "A UPDATE_IN_PROGRESS A-1",
                "A UPDATE_COMPLETE A-1",
                "lab UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "lab UPDATE_COMPLETE",
            ],
            (await lab.EventsAsync())[8..]);
        Assert.NotNull((await lab.DescribeAsync("lab")).Element("LastUpdatedTime"));
    }

    [Fact]
    public async Task ChangedCreateOnlyProperty_ReplacesAndMovesDependants()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Base);

        var status = await lab.UpdateAsync(Base.Replace("n1", "n2", StringComparison.Ordinal));

        Assert.Equal("UPDATE_COMPLETE", status);
        Assert.Equal(
            [
                "lab UPDATE_IN_PROGRESS User Initiated",
                "A UPDATE_IN_PROGRESS A-1 Requested update requires the creation of a new physical resource; " +
                    "hence creating one.",
                "A UPDATE_IN_PROGRESS A-3 Resource creation Initiated",
                "A UPDATE_COMPLETE A-3",
                "B UPDATE_IN_PROGRESS B-2",
                "B UPDATE_COMPLETE B-2",
                "lab UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "A DELETE_IN_PROGRESS A-1",
                "A DELETE_COMPLETE A-1",
                "lab UPDATE_COMPLETE",
            ],
            (await lab.EventsAsync())[8..]);
        Assert.Equal("A-3", lab.Handler.Things["B-2"]);
        Assert.Equal("A-3", (string)(await lab.DescribeAsync("lab")).Descendants("OutputValue").Single()!);
        Assert.Equal(["A-3", "B-2"], lab.Handler.Things.Keys.Order());
    }

    [Fact]
    public async Task UpdateReplacePolicyRetain_KeepsTheFormerResource()
    {
        await using var lab = await StackLab.StartAsync();
        var kept = Base.Replace(
            "\"A\": { \"Type\"", "\"A\": { \"UpdateReplacePolicy\": \"Retain\", \"Type\"", StringComparison.Ordinal);
        await lab.CreateAsync(kept);

        await lab.UpdateAsync(kept.Replace("n1", "n2", StringComparison.Ordinal));

        Assert.Contains("A DELETE_SKIPPED A-1", await lab.EventsAsync());
        Assert.Equal(["A-1", "A-3", "B-2"], lab.Handler.Things.Keys.Order());
    }

    [Fact]
    public async Task AddedAndDroppedResources_ComeAndGo()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(
            """
            {
              "Resources": {
                "A": { "Type": "AWS::Sample::Thing" },
                "B": { "Type": "AWS::Sample::Thing", "DependsOn": "A" },
                "Kept": { "Type": "AWS::Sample::Thing", "DeletionPolicy": "Retain" },
                "Same": { "Type": "AWS::Sample::Thing" }
              }
            }
            """);

        await lab.UpdateAsync(
            """{"Resources":{"Same":{"Type":"AWS::Sample::Thing"},"New":{"Type":"AWS::Sample::Thing"}}}""");

        Assert.Equal(
            [
                "New CREATE_IN_PROGRESS",
                "New CREATE_IN_PROGRESS New-5 Resource creation Initiated",
                "New CREATE_COMPLETE New-5",
                "lab UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "Kept DELETE_SKIPPED Kept-3",
                "B DELETE_IN_PROGRESS B-2",
                "B DELETE_COMPLETE B-2",
                "A DELETE_IN_PROGRESS A-1",
                "A DELETE_COMPLETE A-1",
                "lab UPDATE_COMPLETE",
            ],
            (await lab.EventsAsync())[15..]);
        var resources = await lab.Client.CallAsync("ListStackResources", ("StackName", "lab"));
        Assert.Equal(["New-5", "Same-4"], resources.Descendants("PhysicalResourceId").Select(id => (string)id!));
    }

    [Fact]
    public async Task FailedUpdate_RestoresPropertiesReplacementsAndAdditions()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(
            """
            {
              "Resources": {
                "Changed": { "Type": "AWS::Sample::Thing", "Properties": { "Value": "one" } },
                "Replaced": { "Type": "AWS::Sample::Thing", "Properties": { "Name": "n1" } },
                "User": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Ref": "Replaced" } } }
              }
            }
            """);

        var status = await lab.UpdateAsync(
            """
            {
              "Resources": {
                "Changed": { "Type": "AWS::Sample::Thing", "Properties": { "Value": "two" } },
                "Replaced": { "Type": "AWS::Sample::Thing", "Properties": { "Name": "n2" } },
                "User": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Ref": "Replaced" } } },
                "Broken": { "Type": "AWS::Sample::Thing", "DependsOn": "User", "Properties": { "FailOn": "create" } }
              }
            }
            """);

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", status);
        Assert.Equal(["Changed-1", "Replaced-2", "User-3"], lab.Handler.Things.Keys.Order());
        Assert.Equal("one", lab.Handler.Things["Changed-1"]);
        Assert.Equal("Replaced-2", lab.Handler.Things["User-3"]);
        var events = await lab.EventsAsync();
        Assert.Equal(
            [
                "Broken CREATE_FAILED Thing refuses to create.",
                "lab UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Broken]. ",
                "User UPDATE_IN_PROGRESS User-3",
                "User UPDATE_COMPLETE User-3",
                "Replaced UPDATE_IN_PROGRESS Replaced-2",
                "Replaced UPDATE_COMPLETE Replaced-2",
                "Changed UPDATE_IN_PROGRESS Changed-1",
                "Changed UPDATE_COMPLETE Changed-1",
                "lab UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                "Broken DELETE_COMPLETE",
                "Replaced DELETE_IN_PROGRESS Replaced-4",
                "Replaced DELETE_COMPLETE Replaced-4",
                "lab UPDATE_ROLLBACK_COMPLETE",
            ],
            events[Array.IndexOf(events, "Broken CREATE_FAILED Thing refuses to create.")..]);
    }

    [Fact]
    public async Task FailedUpdate_ReturnsToTheFormerTemplate_AndMayBeTriedAgain()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Base);
        var broken = Base.Replace("\"one\"", "\"two\", \"FailOn\": \"update\"", StringComparison.Ordinal);

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", await lab.UpdateAsync(broken));

        var template = await lab.Client.CallAsync("GetTemplate", ("StackName", "lab"));
        Assert.Equal(Base, (string)template.Descendants("TemplateBody").Single()!);
        Assert.Contains("A UPDATE_FAILED A-1 Thing refuses to update.", await lab.EventsAsync());
        Assert.Equal("UPDATE_COMPLETE", await lab.UpdateAsync(Base.Replace("one", "two", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DisabledRollback_LeavesUpdateFailed()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Base);

        var status = await lab.UpdateAsync(
            Base.Replace("\"one\"", "\"two\", \"FailOn\": \"update\"", StringComparison.Ordinal),
            ("DisableRollback", "true"));

        Assert.Equal("UPDATE_FAILED", status);
        Assert.Equal(
            "The following resource(s) failed to update: [A]. ",
            (string)(await lab.DescribeAsync("lab")).Element("StackStatusReason")!);
    }

    [Fact]
    public async Task ChangedOutputAlone_IsAnUpdate()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Base);

        var status = await lab.UpdateAsync(
            Base.Replace(
                "\"A\": { \"Value\": { \"Ref\": \"A\" } }",
                "\"Also\": { \"Value\": \"text\" }",
                StringComparison.Ordinal));

        Assert.Equal("UPDATE_COMPLETE", status);
        Assert.Equal("text", (string)(await lab.DescribeAsync("lab")).Descendants("OutputValue").Single()!);
    }

    [Fact]
    public async Task ChangedMetadata_UpdatesWithoutAskingTheHandler()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync("""{"Resources":{"A":{"Type":"AWS::Sample::Thing","Metadata":{"v":1}}}}""");

        var status = await lab.UpdateAsync("""{"Resources":{"A":{"Type":"AWS::Sample::Thing","Metadata":{"v":2}}}}""");

        Assert.Equal("UPDATE_COMPLETE", status);
        Assert.Equal(["create A "], lab.Handler.Calls);
    }

    [Fact]
    public async Task UsePrevious_KeepsTemplateAndParameters()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(
            """
            {
              "Parameters": { "P": { "Type": "String" }, "Q": { "Type": "String" } },
              "Resources": {
                "A": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Fn::Sub": "${P}/${Q}" } } }
              }
            }
            """,
            ("Parameters.member.1.ParameterKey", "P"), ("Parameters.member.1.ParameterValue", "p"),
            ("Parameters.member.2.ParameterKey", "Q"), ("Parameters.member.2.ParameterValue", "q"));

        await lab.Client.CallAsync(
            "UpdateStack",
            ("StackName", "lab"),
            ("UsePreviousTemplate", "true"),
            ("Parameters.member.1.ParameterKey", "P"),
            ("Parameters.member.1.UsePreviousValue", "true"),
            ("Parameters.member.2.ParameterKey", "Q"),
            ("Parameters.member.2.ParameterValue", "r"));

        Assert.Equal("UPDATE_COMPLETE", await lab.SettleAsync("lab"));
        Assert.Equal("p/r", lab.Handler.Things["A-1"]);
    }

    [Fact]
    public async Task ChangedType_IsRefused()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Base);

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.UpdateAsync(
            """{"Resources":{"A":{"Type":"AWS::Logs::LogGroup"}}}"""));

        Assert.Equal(
            "Update of resource type is not permitted. " +
            "The new template modifies resource type of the following resources: [A]",
            fault.Message);
    }

    [Fact]
    public async Task StackThatRolledBack_CannotBeUpdated()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync("""{"Resources":{"A":{"Type":"AWS::Sample::Thing","Properties":{"FailOn":"create"}}}}""");

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.UpdateAsync(Base));

        Assert.Equal(
            $"Stack:{await lab.IdAsync("lab")} is in ROLLBACK_COMPLETE state and can not be updated.", fault.Message);
    }
}
