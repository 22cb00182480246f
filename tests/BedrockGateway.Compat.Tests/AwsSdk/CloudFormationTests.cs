using System.Net;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

public sealed class CloudFormationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DescribeStacks_ReadsListsAndSkipsWhatItDoesNotKnow()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            Reply("DescribeStacks", """
                <NextToken>n</NextToken>
                <Stacks>
                  <member>
                    <StackName>gateway</StackName><StackId>arn:1</StackId>
                    <CreationTime>2026-01-02T03:04:05.678Z</CreationTime>
                    <StackStatus>CREATE_COMPLETE</StackStatus><DisableRollback>false</DisableRollback>
                    <Unknown><StackName>no</StackName></Unknown>
                    <Outputs>
                      <member><OutputKey>A</OutputKey><OutputValue>1 &amp; 2</OutputValue></member>
                      <member><OutputKey>B</OutputKey><OutputValue/></member>
                    </Outputs>
                    <Capabilities><member>CAPABILITY_IAM</member></Capabilities>
                    <Tags/>
                    <DriftInformation><StackDriftStatus>NOT_CHECKED</StackDriftStatus></DriftInformation>
                  </member>
                  <member>
                    <StackName>other</StackName><Tags><member><Key>k</Key><Value>v</Value></member></Tags>
                  </member>
                </Stacks>
                """),
            Token);
        using var client = Clients.CloudFormation(server);

        var response = await client.DescribeStacksAsync(Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/"), (request.Method, request.Target));
        Assert.Equal("AKIDEXAMPLE/eu-west-1/cloudformation", request.SignatureScope);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", request.Header("content-type"));
        Assert.Equal("Action=DescribeStacks&Version=2010-05-15", request.Text);

        Assert.Equal("n", response.NextToken);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
        Assert.Equal(["gateway", "other"], response.Stacks.Select(stack => stack.StackName));
        var gateway = response.Stacks[0];
        Assert.Equal(StackStatus.CREATE_COMPLETE, gateway.StackStatus);
        Assert.Equal(
            new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), gateway.CreationTime!.Value.ToUniversalTime());
        Assert.False(gateway.DisableRollback);
        Assert.Null(gateway.DeletionTime);
        Assert.Equal([("A", "1 & 2"), ("B", "")], gateway.Outputs.Select(o => (o.OutputKey, o.OutputValue)));
        Assert.Equal(["CAPABILITY_IAM"], gateway.Capabilities);
        Assert.Null(gateway.Tags);
        Assert.Equal(StackDriftStatus.NOT_CHECKED, gateway.DriftInformation.StackDriftStatus);
        Assert.Equal("v", Assert.Single(response.Stacks[1].Tags).Value);
    }

    [Fact]
    public async Task CreateChangeSet_WritesNestedFormFields()
    {
        await using var server = await WireServer.AnsweringAsync(
            200, Reply("CreateChangeSet", "<Id>arn:c</Id><StackId>arn:s</StackId>"), Token);
        using var client = Clients.CloudFormation(server);

        var response = await client.CreateChangeSetAsync(FullRequest(), Token);

        Assert.Equal(
            [
                "Action=CreateChangeSet",
                "Capabilities.member.1=CAPABILITY_IAM",
                "Capabilities.member.2=CAPABILITY_NAMED_IAM",
                "ChangeSetName=c",
                "ChangeSetType=CREATE",
                "IncludeNestedStacks=true",
                "NotificationARNs=",
                "Parameters.member.1.ParameterKey=p",
                "Parameters.member.1.ParameterValue=v",
                "ResourcesToImport.member.1.LogicalResourceId=L",
                "ResourcesToImport.member.1.ResourceIdentifier.entry.1.key=Name",
                "ResourcesToImport.member.1.ResourceIdentifier.entry.1.value=n",
                "RollbackConfiguration.MonitoringTimeInMinutes=5",
                "RollbackConfiguration.RollbackTriggers.member.1.Arn=a",
                "RollbackConfiguration.RollbackTriggers.member.1.Type=t",
                "StackName=gateway",
                "Tags.member.1.Key=k1",
                "Tags.member.1.Value=v1",
                "Tags.member.2.Key=k2",
                "Tags.member.2.Value=v2",
                "TemplateBody=%7B%22a%22%3A%22b%20c%22%7D",
                "Version=2010-05-15",
            ],
            Assert.Single(server.Requests).Text.Split('&').Order(StringComparer.Ordinal));
        Assert.Equal(("arn:c", "arn:s"), (response.Id, response.StackId));
    }

    [Fact]
    public async Task DescribeChangeSet_ReadsChanges()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            Reply("DescribeChangeSet", """
                <ChangeSetName>c</ChangeSetName><Status>FAILED</Status><ExecutionStatus>UNAVAILABLE</ExecutionStatus>
                <StatusReason>why</StatusReason>
                <Changes><member><Type>Resource</Type><ResourceChange>
                  <Action>Modify</Action><LogicalResourceId>Pool</LogicalResourceId><Replacement>False</Replacement>
                  <Scope><member>Properties</member><member>Tags</member></Scope>
                  <Details><member>
                    <Target><Attribute>Properties</Attribute><Name>Policies</Name></Target>
                    <Evaluation>Static</Evaluation>
                  </member></Details>
                </ResourceChange></member></Changes>
                """),
            Token);
        using var client = Clients.CloudFormation(server);

        var response = await client.DescribeChangeSetAsync(
            new DescribeChangeSetRequest { ChangeSetName = "arn:c" }, Token);

        Assert.Equal(ChangeSetStatus.FAILED, response.Status);
        Assert.Equal(ExecutionStatus.UNAVAILABLE, response.ExecutionStatus);
        Assert.Equal("why", response.StatusReason);
        var change = Assert.Single(response.Changes).ResourceChange;
        Assert.Equal(("Pool", ChangeAction.Modify), (change.LogicalResourceId, change.Action));
        Assert.Equal(Replacement.False, change.Replacement);
        Assert.Equal(["Properties", "Tags"], change.Scope);
        var detail = Assert.Single(change.Details);
        Assert.Equal("Policies", detail.Target.Name);
        Assert.Equal(EvaluationType.Static, detail.Evaluation);
    }

    [Fact]
    public async Task EventsAndResources_AreRead()
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(200, Reply("DescribeStackEvents", """
            <StackEvents><member><EventId>e</EventId><LogicalResourceId>Pool</LogicalResourceId>
            <ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>bad</ResourceStatusReason>
            <Timestamp>2026-01-02T03:04:05Z</Timestamp></member></StackEvents>
            """));
        server.Prepare(200, Reply("DescribeStackResources", """
            <StackResources><member><LogicalResourceId>Pool</LogicalResourceId>
            <PhysicalResourceId>eu_1</PhysicalResourceId><ResourceType>AWS::Cognito::UserPool</ResourceType></member>
            </StackResources>
            """));
        using var client = Clients.CloudFormation(server);

        var events = await client.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = "s" }, Token);
        var resources = await client.DescribeStackResourcesAsync(
            new DescribeStackResourcesRequest { StackName = "s" }, Token);

        var failed = Assert.Single(events.StackEvents);
        Assert.Equal(("e", "bad"), (failed.EventId, failed.ResourceStatusReason));
        Assert.Equal(ResourceStatus.CREATE_FAILED, failed.ResourceStatus);
        Assert.Equal("eu_1", Assert.Single(resources.StackResources).PhysicalResourceId);
    }

    [Fact]
    public async Task OperationsWithoutResult_ReadTheRequestId()
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(200, Reply("ExecuteChangeSet", ""));
        server.Prepare(200, Reply("DeleteChangeSet", ""));
        server.Prepare(
            200,
            """
            <DeleteStackResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
            <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></DeleteStackResponse>
            """);
        using var client = Clients.CloudFormation(server);

        var executed = await client.ExecuteChangeSetAsync(
            new ExecuteChangeSetRequest { ChangeSetName = "c", DisableRollback = true }, Token);
        var removed = await client.DeleteChangeSetAsync(new DeleteChangeSetRequest { ChangeSetName = "c" }, Token);
        var deleted = await client.DeleteStackAsync(
            new DeleteStackRequest { StackName = "s", RetainResources = ["A"] }, Token);

        Assert.Equal(
            [
                "Action=ExecuteChangeSet&ChangeSetName=c&DisableRollback=true&Version=2010-05-15",
                "Action=DeleteChangeSet&ChangeSetName=c&Version=2010-05-15",
                "Action=DeleteStack&RetainResources.member.1=A&StackName=s&Version=2010-05-15",
            ],
            server.Requests.Select(request => string.Join('&', request.Text.Split('&').Order(StringComparer.Ordinal))));
        Assert.All(
            [executed.ResponseMetadata, removed.ResponseMetadata, deleted.ResponseMetadata],
            metadata => Assert.Equal("r-1", metadata.RequestId));
    }

    [Fact]
    public async Task ErrorCodes_ThrowTheirTypes()
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(404, Error("ChangeSetNotFound", "ChangeSet [c] does not exist"));
        server.Prepare(400, Error("InvalidChangeSetStatus", "not now"));
        server.Prepare(400, Error("AlreadyExistsException", "Stack [s] already exists"));
        server.Prepare(400, Error("ValidationError", "Stack with id s does not exist"));
        using var client = Clients.CloudFormation(server);

        var absent = await Assert.ThrowsAsync<ChangeSetNotFoundException>(
            () => client.DescribeChangeSetAsync(new DescribeChangeSetRequest { ChangeSetName = "c" }, Token));
        var early = await Assert.ThrowsAsync<InvalidChangeSetStatusException>(
            () => client.ExecuteChangeSetAsync(new ExecuteChangeSetRequest { ChangeSetName = "c" }, Token));
        var exists = await Assert.ThrowsAsync<AlreadyExistsException>(
            () => client.CreateChangeSetAsync(new CreateChangeSetRequest { StackName = "s" }, Token));
        var invalid = await Assert.ThrowsAsync<AmazonCloudFormationException>(
            () => client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "s" }, Token));

        Assert.Equal(("ChangeSet [c] does not exist", "ChangeSetNotFound"), (absent.Message, absent.ErrorCode));
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Equal("r-9", absent.RequestId);
        Assert.Equal("not now", early.Message);
        Assert.Equal("Stack [s] already exists", exists.Message);
        Assert.Equal(("Stack with id s does not exist", "ValidationError"), (invalid.Message, invalid.ErrorCode));
    }

    private static CreateChangeSetRequest FullRequest() =>
        new CreateChangeSetRequest
        {
            StackName = "gateway",
            ChangeSetName = "c",
            ChangeSetType = ChangeSetType.CREATE,
            TemplateBody = """{"a":"b c"}""",
            IncludeNestedStacks = true,
            Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
            Parameters = [new Parameter { ParameterKey = "p", ParameterValue = "v" }],
            NotificationARNs = [],
            Tags = [new Tag { Key = "k1", Value = "v1" }, new Tag { Key = "k2", Value = "v2" }],
            RollbackConfiguration = new RollbackConfiguration
            {
                MonitoringTimeInMinutes = 5,
                RollbackTriggers = [new RollbackTrigger { Arn = "a", Type = "t" }],
            },
            ResourcesToImport =
            [
                new ResourceToImport
                {
                    LogicalResourceId = "L",
                    ResourceIdentifier = new Dictionary<string, string> { ["Name"] = "n" },
                },
            ],
        };

    private static string Reply(string operation, string result) =>
        $"""
        <{operation}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <{operation}Result>{result}</{operation}Result>
          <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>
        </{operation}Response>
        """;

    private static string Error(string code, string message) =>
        $"""
        <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r-9</RequestId>
        </ErrorResponse>
        """;
}
