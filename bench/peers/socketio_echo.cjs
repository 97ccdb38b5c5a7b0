// The server of Socket.IO itself, sending each message back. Ends with its input.
let Server;
try {
  ({ Server } = require("socket.io"));
} catch (error) {
  console.log("missing " + error.message.split("\n")[0]);
  process.exit(0);
}

const io = new Server({ transports: ["websocket"], perMessageDeflate: false });
io.on("connection", (socket) => {
  socket.on("probe_signal", (message) => socket.emit("probe_signal", message));
});
io.listen(0);
console.log("port " + io.httpServer.address().port);
process.stdin.on("end", () => process.exit(0)).resume();
